namespace StructIndex;

/// <summary>Counts arguments and parameters, to tell overloads apart where nothing else does.</summary>
internal static class ArgumentCount
{
    private const int Longest = 4_000;
    private static readonly string[] OwnParameters = ["self", "cls", "&self", "&mut self", "mut self", "void"];

    /// <summary>The number of arguments of the call whose name ends at an offset; -1 when no parentheses follow.</summary>
    public static int OfCall(string text, int nameEnd)
    {
        ReadOnlySpan<char> rest = text.AsSpan(nameEnd, Math.Min(Longest, text.Length - nameEnd));
        int at = 0;
        while (at < rest.Length && rest[at] is not '(' and not '\n' and not ';' and not ',' and not ')' and not '=')
        {
            at++;
        }

        return at < rest.Length && rest[at] == '(' ? List(rest[at..]).Count : -1;
    }

    /// <summary>Whether a declaration with this signature can be called with so many arguments.</summary>
    public static bool Fits(string signature, string name, int arguments)
    {
        int at = signature.IndexOf(name, StringComparison.Ordinal);
        int open = at < 0 ? -1 : signature.IndexOf('(', at + name.Length);
        if (open < 0)
        {
            return arguments == 0;
        }

        List<string> parameters = List(signature.AsSpan(open));
        parameters.RemoveAll(parameter => OwnParameters.Contains(parameter));
        bool any = parameters.Exists(parameter => parameter.Contains("...", StringComparison.Ordinal) || parameter.StartsWith('*')
            || parameter.StartsWith("vararg ", StringComparison.Ordinal) || parameter.StartsWith("params ", StringComparison.Ordinal));
        int needed = parameters.Count(parameter => !parameter.Contains('=', StringComparison.Ordinal) && !parameter.Contains('?', StringComparison.Ordinal)
            && !parameter.StartsWith('*') && !parameter.StartsWith("vararg ", StringComparison.Ordinal) && !parameter.Contains("...", StringComparison.Ordinal));
        return arguments >= needed && (any || arguments <= parameters.Count);
    }

    /// <summary>The number of parameters that a unit's signature shows.</summary>
    public static int OfParameters(CodeUnit unit)
    {
        int at = unit.Signature.IndexOf(unit.Name, StringComparison.Ordinal);
        int open = at < 0 ? -1 : unit.Signature.IndexOf('(', at + unit.Name.Length);
        return open < 0 ? 0 : List(unit.Signature.AsSpan(open)).Count;
    }

    /// <summary>The items of a list in parentheses, split at its own commas.</summary>
    private static List<string> List(ReadOnlySpan<char> text)
    {
        List<string> items = [];
        int depth = 0, start = 1;
        for (int end = 0; end < text.Length; end++)
        {
            char c = text[end];
            if (c is '"' or '\'')
            {
                int close = text[(end + 1)..].IndexOf(c);
                end += close < 0 ? 0 : close + 1;
                continue;
            }

            depth += c is '(' or '[' or '{' ? 1 : c is ')' or ']' or '}' ? -1 : 0;
            if (depth == 0 || (depth == 1 && c == ','))
            {
                ReadOnlySpan<char> item = text[start..end].Trim();
                if (item.Length > 0)
                {
                    items.Add(item.ToString());
                }

                start = end + 1;
                if (depth == 0)
                {
                    break;
                }
            }
        }

        return items;
    }
}
