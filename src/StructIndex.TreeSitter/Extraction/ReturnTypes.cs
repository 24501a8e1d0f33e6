namespace StructIndex;

/// <summary>
/// Reads the type that a function or property gives from its signature; empty where it shows none. What wraps the type is left out.
/// </summary>
internal static class ReturnTypes
{
    /// <summary>Types that stand for what is in them: a call is mostly followed by a use of that.</summary>
    private static readonly string[] s_wrappers =
        ["Result", "Option", "Box", "Rc", "Arc", "Promise", "Optional", "Awaitable", "Task", "ValueTask", "unique_ptr", "shared_ptr", "std::unique_ptr", "std::shared_ptr", "RefCell", "Mutex"];

    /// <summary>The type after <c>-></c>, or of a property after a colon.</summary>
    public static string AfterArrow(CodeDeclaration declaration)
    {
        ReadOnlySpan<char> rest = AfterParameters(declaration);
        return rest.IndexOf("->", StringComparison.Ordinal) is >= 0 and var arrow ? Unwrap(rest[(arrow + 2)..])
            : declaration.Kind == UnitKind.Property && rest is [':', ..] ? Unwrap(rest[1..]) : "";
    }

    /// <summary>The type after a colon.</summary>
    public static string AfterColon(CodeDeclaration declaration) => AfterParameters(declaration) is [':', .. var type] ? Unwrap(type) : "";

    /// <summary>The type before the name.</summary>
    public static string BeforeName(CodeDeclaration declaration)
    {
        int name = declaration.Signature.IndexOf(declaration.Name, StringComparison.Ordinal);
        return name < 0 ? "" : Before(declaration.Signature.AsSpan(0, name));
    }

    /// <summary>What a signature has after its name and parameters.</summary>
    public static ReadOnlySpan<char> AfterParameters(CodeDeclaration declaration)
    {
        string signature = declaration.Signature;
        int name = signature.IndexOf(declaration.Name, StringComparison.Ordinal);
        if (name < 0)
        {
            return [];
        }

        int after = name + declaration.Name.Length;
        int open = signature.IndexOf('(', after);
        return signature.AsSpan(open < 0 ? after : Brackets.After(signature, open)).Trim();
    }

    /// <summary>The qualified name that a type begins with; empty for an array.</summary>
    public static string First(ReadOnlySpan<char> type)
    {
        int end = 0;
        while (end < type.Length && (char.IsLetterOrDigit(type[end]) || type[end] is '_' or '.' or ':' or '\\' or '$'))
        {
            end++;
        }

        return end < type.Length && type[end] == '[' && end + 1 < type.Length && type[end + 1] == ']' ? "" : type[..end].TrimEnd(':').ToString();
    }

    /// <summary>The type before a name: the last word that is no pointer mark.</summary>
    private static string Before(ReadOnlySpan<char> head)
    {
        head = head.TrimEnd(" *&:");
        if (head.EndsWith(">", StringComparison.Ordinal))
        {
            int depth = 0, at = head.Length - 1;
            for (; at >= 0; at--)
            {
                depth += head[at] == '>' ? 1 : head[at] == '<' ? -1 : 0;
                if (depth == 0)
                {
                    break;
                }
            }

            int start = at <= 0 ? 0 : head[..at].LastIndexOfAny(' ', '(') + 1;
            return Unwrap(head[start..]);
        }

        string type = head[(head.LastIndexOf(' ') + 1)..].ToString();
        return type is "auto" or "void" or "def" or "var" or "fun" ? "" : type;
    }

    private static string Unwrap(ReadOnlySpan<char> type)
    {
        type = type.Trim(" '\"?&");
        foreach (string mark in (string[])["mut ", "impl ", "dyn ", "async ", "final "])
        {
            type = type.StartsWith(mark, StringComparison.Ordinal) ? type[mark.Length..] : type;
        }

        if (type.Length > 0 && type[0] == '\'' && type.IndexOf(' ') is > 0 and var lifetime)
        {
            return Unwrap(type[lifetime..]);
        }

        int open = type.IndexOfAny('<', '[');
        return open > 0 && Array.IndexOf(s_wrappers, type[..open].Trim().ToString()) >= 0 ? Unwrap(type[(open + 1)..]) : First(type);
    }
}
