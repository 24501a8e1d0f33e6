using System.Text;

namespace StructIndex;

/// <summary>
/// Writes the signature of a Go method so that equal ones read the same: the types of parameters and results in order, without their names
/// and without the packages that qualify them, which differ between the package of an interface and that of a type that implements it.
/// </summary>
internal static class GoSignature
{
    private static readonly string[] s_typeWords = ["chan", "func", "map", "interface", "struct"];

    /// <summary>The signature of a method, empty when it shows no parameters.</summary>
    /// <param name="signature">The declaration as written, with or without a receiver.</param>
    /// <param name="name">The method's name.</param>
    public static string Of(string signature, string name)
    {
        // The receiver stands before the name.
        int at = signature.StartsWith("func", StringComparison.Ordinal) ? signature.IndexOf($" {name}(", StringComparison.Ordinal) + 1 : signature.IndexOf(name, StringComparison.Ordinal);
        int open = at < 0 ? -1 : signature.IndexOf('(', at);
        if (open < 0)
        {
            return "";
        }

        int close = Brackets.After(signature, open);
        string result = signature[close..].Trim().TrimEnd('{').TrimEnd();
        return $"({Types(signature[open..close])}){(result.StartsWith('(') ? Types(result) : Plain(result))}";
    }

    /// <summary>The first of the results, without pointers; empty for functions, maps and slices.</summary>
    public static string ResultOf(CodeDeclaration declaration)
    {
        ReadOnlySpan<char> rest = ReturnTypes.AfterParameters(declaration);
        if (rest.Length > 0 && rest[0] == '(')
        {
            int stop = rest.IndexOfAny(',', ')');
            ReadOnlySpan<char> first = rest[1..stop].Trim();
            rest = first[(first.LastIndexOf(' ') + 1)..];
        }

        return rest.Length == 0 || rest[0] is '[' or '{' || rest.StartsWith("map[", StringComparison.Ordinal) || rest.StartsWith("func", StringComparison.Ordinal)
            ? ""
            : ReturnTypes.First(rest.TrimStart('*'));
    }

    /// <summary>The types of a list in parentheses: <c>a, b int</c> is two of one, <c>int, string</c> one of each.</summary>
    private static string Types(string list)
    {
        List<string> items = Brackets.Items(list);
        bool named = items.Exists(item => NameEnd(item) > 0);
        for (int i = items.Count - 1; i >= 0; i--)
        {
            int name = NameEnd(items[i]);
            items[i] = name > 0 ? Plain(items[i][name..]) : named && i + 1 < items.Count ? items[i + 1] : Plain(items[i]);
        }

        return string.Join(',', items);
    }

    /// <summary>Where the name before a type ends; 0 when the item is a type alone.</summary>
    private static int NameEnd(string item)
    {
        int end = 0;
        while (end < item.Length && (char.IsLetterOrDigit(item[end]) || item[end] == '_'))
        {
            end++;
        }

        return end > 0 && end < item.Length && item[end] == ' ' && Array.IndexOf(s_typeWords, item[..end]) < 0 ? end : 0;
    }

    private static string Plain(string type)
    {
        StringBuilder plain = new(type.Length);
        foreach (char c in type)
        {
            if (c == '.' && plain.Length > 0 && char.IsLetterOrDigit(plain[^1]))
            {
                while (plain.Length > 0 && (char.IsLetterOrDigit(plain[^1]) || plain[^1] == '_'))
                {
                    plain.Length--;
                }
            }
            else if (!char.IsWhiteSpace(c))
            {
                plain.Append(c);
            }
        }

        return plain.Replace("interface{}", "any").ToString();
    }
}
