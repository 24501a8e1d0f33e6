using System.Buffers;

namespace StructIndex;

/// <summary>Compares a call's arguments with parameters as signatures show them, to tell overloads apart where nothing else does.</summary>
internal static class CallArguments
{
    /// <summary>The type of <c>null</c>, which every parameter takes that is no plain value.</summary>
    public const string Null = "null";

    private const int MaxLength = 4_000;
    private static readonly SearchValues<char> s_stops = SearchValues.Create("(\n;,)=");
    private static readonly string[] s_ownParameters = ["self", "cls", "&self", "&mut self", "mut self", "void"];
    private static readonly HashSet<string> s_texts = new(StringComparer.OrdinalIgnoreCase) { "string", "str", "charsequence", "char*", "string_view", "stringview", "cstring" };
    private static readonly HashSet<string> s_numbers = new(StringComparer.OrdinalIgnoreCase)
    {
        "int", "long", "short", "byte", "double", "float", "integer", "number", "size_t", "decimal", "unsigned", "uint", "ulong", "biginteger", "bigdecimal", "i32", "u32", "i64", "u64", "usize",
    };

    private static readonly HashSet<string> s_plain = new(StringComparer.Ordinal) { "int", "long", "short", "byte", "double", "float", "char", "boolean", "bool" };
    private static readonly HashSet<string> s_truths = new(StringComparer.OrdinalIgnoreCase) { "bool", "boolean" };

    /// <summary>The arguments of the call whose name ends at an offset; null when no parentheses follow.</summary>
    public static List<string>? Of(string text, int nameEnd)
    {
        if (nameEnd >= text.Length)
        {
            return null;
        }

        ReadOnlySpan<char> rest = text.AsSpan(nameEnd, Math.Min(MaxLength, text.Length - nameEnd));
        int at = rest.IndexOfAny(s_stops);
        return at >= 0 && rest[at] == '(' ? Brackets.Items(rest[at..]) : null;
    }

    /// <summary>The number of parameters that a unit's signature shows.</summary>
    public static int Parameters(CodeUnit unit) => ParametersOf(unit.Signature, unit.Name)?.Count ?? 0;

    /// <summary>
    /// Whether a declaration can be called with such arguments, by their number and by the types of those that show theirs.
    /// </summary>
    /// <param name="unit">The declaration.</param>
    /// <param name="types">The types of the arguments; null for those that do not show one.</param>
    /// <param name="loose">Whether a parameter of any type takes every argument.</param>
    /// <param name="isKindOf">Whether an argument's type is a parameter's type, where neither is text, number or truth value.</param>
    public static bool Fit(CodeUnit unit, string?[] types, bool loose, Func<string, string, bool> isKindOf)
    {
        if (ParametersOf(unit.Signature, unit.Name) is not { } parameters)
        {
            return types.Length == 0;
        }

        parameters.RemoveAll(parameter => s_ownParameters.Contains(parameter));
        bool any = parameters.Exists(IsMany);
        int needed = parameters.Count(parameter => !parameter.Contains('=', StringComparison.Ordinal) && !IsOptional(parameter) && !IsMany(parameter));
        if (types.Length < needed || (!any && types.Length > parameters.Count))
        {
            return false;
        }

        for (int i = 0; i < Math.Min(types.Length, parameters.Count) && !IsMany(parameters[i]); i++)
        {
            if (types[i] is { } own && !FitsType(own, TypeIn(parameters[i]), loose, isKindOf))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The type that an argument shows by itself: a literal, a class, a new object; null when it shows none.</summary>
    public static string? TypeOf(string argument) =>
        argument[0] == '"' ? "String" : char.IsAsciiDigit(argument[0]) ? NumberType(argument) : argument is "true" or "false" ? "bool" : argument is "null" ? Null
        : argument.EndsWith(".class", StringComparison.Ordinal) ? "Class"
        : argument.StartsWith("new ", StringComparison.Ordinal) ? argument[4..].Split('(', '<', '[')[0].Trim()
        : argument.EndsWith(".toString()", StringComparison.Ordinal) ? "String"
        : argument is "Integer.MAX_VALUE" or "Integer.MIN_VALUE" ? "int"
        : argument.EndsWith(".length()", StringComparison.Ordinal) || argument.EndsWith(".size()", StringComparison.Ordinal) || argument.EndsWith(".hashCode()", StringComparison.Ordinal) ? "int"
        : null;

    /// <summary>
    /// Whether a declaration's parameters have the very types of the arguments, as far as these are known; false where none is.
    /// </summary>
    public static bool FitExactly(CodeUnit unit, string?[] types)
    {
        if (ParametersOf(unit.Signature, unit.Name) is not { } parameters || parameters.Count != types.Length)
        {
            return false;
        }

        bool any = false;
        for (int at = 0; at < types.Length; at++)
        {
            if (types[at] is { } own && !string.Equals(own, TypeIn(parameters[at]), StringComparison.Ordinal))
            {
                return false;
            }

            any |= types[at] is not null;
        }

        return any;
    }

    /// <summary>Whether a declaration takes any number of arguments.</summary>
    public static bool TakesMany(CodeUnit unit) => ParametersOf(unit.Signature, unit.Name) is { } parameters && parameters.Exists(IsMany);

    /// <summary>The type of a number as it is written; an expression of numbers counts by its first.</summary>
    private static string NumberType(string number) => number[^1] switch
    {
        'L' or 'l' => "long",
        'f' or 'F' when !number.StartsWith("0x", StringComparison.OrdinalIgnoreCase) => "float",
        _ => number.Contains('.', StringComparison.Ordinal) && number.AsSpan().IndexOfAnyExceptInRange('.', '9') < 0 ? "double" : "int",
    };

    /// <summary>
    /// Whether a parameter is marked as one that may be left out: <c>x?: T</c>, and <c>x: T?</c>, which mostly has a default; not
    /// <c>Class&lt;?&gt; x</c>.
    /// </summary>
    private static bool IsOptional(string parameter) => parameter.EndsWith('?') || parameter.Contains("?:", StringComparison.Ordinal);

    private static bool IsMany(string parameter) =>
        parameter.Contains("...", StringComparison.Ordinal) || parameter.StartsWith('*')
        || parameter.StartsWith("vararg ", StringComparison.Ordinal) || parameter.StartsWith("params ", StringComparison.Ordinal);

    private static bool FitsType(string own, string wanted, bool loose, Func<string, string, bool> isKindOf)
    {
        if (wanted.Length <= 1 || wanted is "Object" or "Any" or "object" or "any" or "dynamic")
        {
            return loose;
        }

        if (own == Null)
        {
            return !s_plain.Contains(wanted);
        }

        char group = Group(own);
        return group == Group(wanted) && (group != ' ' || isKindOf(own, wanted));
    }

    private static char Group(string type) => s_texts.Contains(type) ? 's' : s_numbers.Contains(type) ? 'n' : s_truths.Contains(type) ? 'b' : ' ';

    /// <summary>The type that a parameter shows, without arguments and marks; empty when it shows none.</summary>
    private static string TypeIn(string parameter)
    {
        int colon = parameter.IndexOf(':', StringComparison.Ordinal);
        string type = colon > 0 && (colon + 1 >= parameter.Length || parameter[colon + 1] != ':') ? parameter[(colon + 1)..]
            : parameter.LastIndexOf(' ') is > 0 and var space ? parameter[..space] : "";
        type = type.Split('<', '[', '=')[0].Trim(' ', '&', '?', '\'');
        return type.EndsWith("char*", StringComparison.Ordinal) || type.EndsWith("char *", StringComparison.Ordinal) ? "char*" : type.TrimEnd('*', ' ')[(type.TrimEnd('*', ' ').LastIndexOf(' ') + 1)..];
    }

    private static List<string>? ParametersOf(string signature, string name)
    {
        int at = signature.IndexOf(name, StringComparison.Ordinal);
        int open = at < 0 ? -1 : signature.IndexOf('(', at + name.Length);
        return open < 0 ? null : Brackets.Items(signature.AsSpan(open));
    }
}
