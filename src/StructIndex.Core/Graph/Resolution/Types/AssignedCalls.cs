namespace StructIndex;

/// <summary>Variables that hold what a call gives: <c>r := NewRouter()</c>, <c>let user = await load(id)</c>.</summary>
internal static class AssignedCalls
{
    /// <summary>Looked through for the end of a call's arguments.</summary>
    private const int MaxArgumentsLength = 2_000;

    private static readonly string[] s_before = ["await", "try", "new", "co_await"];
    private static readonly string[] s_behind = [".await", ".unwrap()", "?", "!"];

    /// <summary>
    /// The calls of a file whose whole value a variable takes, by the declaration around them and the variable's name. The first one
    /// counts.
    /// </summary>
    public static Dictionary<(CodeDeclaration? Scope, string Name), CodeReference> Of(ParsedFile file)
    {
        Dictionary<(CodeDeclaration? Scope, string Name), CodeReference> assigned = [];
        string text = file.Source.Text;
        foreach (CodeReference reference in file.References)
        {
            if (reference.Kind is CodeReferenceKind.Call or CodeReferenceKind.Construct && VariableBefore(text, Start(text, reference)) is { } variable && EndsValue(text, reference))
            {
                assigned.TryAdd((reference.From, variable), reference);
            }
        }

        return assigned;
    }

    private static int Start(string text, CodeReference reference)
    {
        if (reference.Receiver is not { Length: > 0 } receiver)
        {
            return reference.Offset;
        }

        for (int end = reference.Offset - 1; end >= receiver.Length && IsBetween(text[end]); end--)
        {
            if (text.AsSpan(0, end).EndsWith(receiver, StringComparison.Ordinal))
            {
                return end - receiver.Length;
            }
        }

        return -1;
    }

    /// <summary>Whether a character may stand between a receiver and a name.</summary>
    private static bool IsBetween(char c) => c is '.' or '?' or ':' or '-' or '>' or '!' or '\\' || char.IsWhiteSpace(c);

    private static string? VariableBefore(string text, int start)
    {
        if (start <= 0)
        {
            return null;
        }

        ReadOnlySpan<char> head = text.AsSpan(Math.Max(0, start - 200), Math.Min(200, start)).TrimEnd(" \t&*");
        foreach (string word in s_before)
        {
            head = head.EndsWith(word, StringComparison.Ordinal) ? head[..^word.Length].TrimEnd(" \t") : head;
        }

        if (head.Length < 2 || head[^1] != '=' || head[^2] is '=' or '!' or '<' or '>' or '+' or '-' or '*' or '/' or '|' or '&')
        {
            return null;
        }

        head = head[..^1].TrimEnd(":").TrimEnd(" \t");
        int line = head.LastIndexOfAny("\n;{}");
        ReadOnlySpan<char> left = head[(line + 1)..].Trim();
        int comma = left.IndexOf(',');
        left = (comma < 0 ? left : left[..comma]).TrimEnd();
        int space = left.LastIndexOfAny(' ', '(', '\t');
        ReadOnlySpan<char> name = left[(space + 1)..];
        foreach (char c in name)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '$'))
            {
                return null;
            }
        }

        return name.Length == 0 ? null : name.ToString();
    }

    /// <summary>Whether nothing is done with the call's value before it is assigned.</summary>
    private static bool EndsValue(string text, CodeReference reference)
    {
        ReadOnlySpan<char> rest = text.AsSpan(reference.Offset + reference.Name.Length);
        rest = rest.Length > MaxArgumentsLength ? rest[..MaxArgumentsLength] : rest;
        int open = rest.IndexOf('(');
        int brace = rest.IndexOfAny('{', '\n', ';');
        if (open < 0 || (brace >= 0 && brace < open))
        {
            return reference.Kind == CodeReferenceKind.Construct;
        }

        rest = rest[Brackets.After(rest, open)..];
        foreach (string mark in s_behind)
        {
            rest = rest.StartsWith(mark, StringComparison.Ordinal) ? rest[mark.Length..] : rest;
        }

        rest = rest.TrimStart();
        return rest.Length == 0 || rest[0] is not ('.' or '-' or '[' or '?' or '(' or '!' or ':');
    }
}
