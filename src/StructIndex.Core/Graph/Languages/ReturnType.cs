namespace StructIndex;

/// <summary>Reads the type that a function or property gives from its signature.</summary>
internal static class ReturnType
{
    /// <summary>Types that stand for what is in them: a call is mostly followed by a use of that.</summary>
    private static readonly string[] s_wrappers =
        ["Result", "Option", "Box", "Rc", "Arc", "Promise", "Optional", "Awaitable", "Task", "ValueTask", "unique_ptr", "shared_ptr", "std::unique_ptr", "std::shared_ptr", "RefCell", "Mutex"];

    /// <summary>The type's name as written, without what wraps it; empty when the signature does not tell.</summary>
    public static string Of(CodeUnit unit)
    {
        string signature = unit.Signature;
        int name = signature.IndexOf(unit.Name, StringComparison.Ordinal);
        if (name < 0)
        {
            return "";
        }

        int after = name + unit.Name.Length;
        int open = signature.IndexOf('(', after);
        int close = open < 0 ? after : AfterParentheses(signature, open);
        ReadOnlySpan<char> rest = signature.AsSpan(close).Trim();
        return unit.Language switch
        {
            "go" => OfGo(rest),
            "python" or "rust" or "swift" => rest.IndexOf("->", StringComparison.Ordinal) is >= 0 and var arrow ? Unwrap(rest[(arrow + 2)..])
                : unit.Kind == UnitKind.Property && rest.StartsWith(":", StringComparison.Ordinal) ? Unwrap(rest[1..]) : "",
            "typescript" or "kotlin" or "scala" or "php" or "javascript" => rest.Length > 0 && rest[0] == ':' ? Unwrap(rest[1..]) : "",
            "java" or "c" or "cpp" or "csharp" or "dart" or "groovy" => Before(signature.AsSpan(0, name)),
            _ => "",
        };
    }

    private static string OfGo(ReadOnlySpan<char> rest)
    {
        if (rest.Length > 0 && rest[0] == '(')
        {
            int stop = rest.IndexOfAny(',', ')');
            ReadOnlySpan<char> first = rest[1..stop].Trim();
            rest = first[(first.LastIndexOf(' ') + 1)..];
        }

        return rest.Length == 0 || rest[0] is '[' or '{' || rest.StartsWith("map[", StringComparison.Ordinal) || rest.StartsWith("func", StringComparison.Ordinal)
            ? ""
            : First(rest.TrimStart('*'));
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

    /// <summary>The qualified name at the start.</summary>
    private static string First(ReadOnlySpan<char> type)
    {
        int end = 0;
        while (end < type.Length && (char.IsLetterOrDigit(type[end]) || type[end] is '_' or '.' or ':' or '\\' or '$'))
        {
            end++;
        }

        return end < type.Length && type[end] == '[' && end + 1 < type.Length && type[end + 1] == ']' ? "" : type[..end].TrimEnd(':').ToString();
    }

    /// <summary>Where the parentheses that open at an offset are closed and left.</summary>
    public static int AfterParentheses(string text, int open)
    {
        int depth = 0;
        for (int at = open; at < text.Length; at++)
        {
            depth += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
            if (depth == 0)
            {
                return at + 1;
            }
        }

        return text.Length;
    }
}
