namespace StructIndex;

/// <summary>Reads receivers as written.</summary>
internal static class ReceiverText
{
    /// <summary>Before a type in brackets, what says that an expression has it.</summary>
    private static readonly string[] s_given = ["summon[", "implicitly[", ".asInstanceOf["];

    /// <summary>An element of a variable (<c>items[i + 1]</c>) as <c>items[]</c>; any other text as it is.</summary>
    public static string WithElement(string text)
    {
        if (text[^1] != ']')
        {
            return text;
        }

        int depth = 0;
        for (int at = text.Length - 1; at > 0; at--)
        {
            depth += text[at] == ']' ? 1 : text[at] == '[' ? -1 : 0;
            if (depth == 0)
            {
                return text[at - 1] is ')' or ']' || text.AsSpan(at, text.Length - at).Contains(':') ? text : text[..at] + "[]";
            }
        }

        return text;
    }

    /// <summary>
    /// The type that an expression is cast to (<c>((Foo) x)</c>, <c>x as Foo</c>, <c>x.(*Foo)</c>, <c>x.asInstanceOf[Foo]</c>), that it makes
    /// (<c>new(Foo)</c>), names (<c>Foo.this</c>) or is given by (<c>summon[Foo]</c>); null for none.
    /// </summary>
    public static string? Cast(string text)
    {
        if (text.EndsWith(".this", StringComparison.Ordinal) && IsName(text.AsSpan(0, text.Length - 5)))
        {
            return text[..^5];
        }

        foreach (string given in s_given)
        {
            int start = text[^1] != ']' ? -1 : given[0] == '.' ? text.IndexOf(given, StringComparison.Ordinal) : text.StartsWith(given, StringComparison.Ordinal) ? 0 : -1;
            if (start >= 0)
            {
                ReadOnlySpan<char> inside = text.AsSpan(start + given.Length)[..^1];
                return inside.IndexOf('[') is >= 0 and var arguments ? inside[..arguments].ToString() : inside.ToString();
            }
        }

        int assertion = text[^1] == ')' ? Math.Max(text.LastIndexOf(".(", StringComparison.Ordinal), text.StartsWith("new(", StringComparison.Ordinal) ? 2 : -1) : -1;
        if (assertion >= 0 && IsName(text.AsSpan(assertion + 2, text.Length - assertion - 3).TrimStart('*')))
        {
            return text[(assertion + 2)..^1].TrimStart('*');
        }

        int close = text.IndexOf(')', StringComparison.Ordinal);
        if (text.StartsWith("((", StringComparison.Ordinal) && text[^1] == ')' && close < text.Length - 1 && close > 2)
        {
            return IsName(text.AsSpan(2, close - 2)) ? text[2..close] : null;
        }

        int mark = text.LastIndexOf(" as ", StringComparison.Ordinal);
        return mark > 0 && IsName(text.AsSpan(mark + 4)) ? text[(mark + 4)..] : null;
    }

    private static bool IsName(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '.' or '<' or '>' or '?'))
            {
                return false;
            }
        }

        return text.Length > 0 && char.IsLetter(text[0]);
    }

    /// <summary>A receiver without marks around it that change nothing about its type.</summary>
    public static string Plain(string receiver)
    {
        string text = receiver.Trim();
        text = text.StartsWith("await ", StringComparison.Ordinal) ? text[6..] : text;
        text = text.TrimStart('&', '*', '!').TrimEnd('?', '!');
        text = text.EndsWith(").await", StringComparison.Ordinal) ? text[..^6].TrimEnd('?') : text;
        bool isWhole = text.Length > 2 && text[0] == '(' && text[^1] == ')'
            && (text.StartsWith("(new ", StringComparison.Ordinal) ? Brackets.Close(text, 0) : text.IndexOf(')', StringComparison.Ordinal)) == text.Length - 1;
        return isWhole ? Plain(text[1..^1]) : text;
    }

    /// <summary>The names in a chain of them; empty when it is something else (a call, an index, an operator).</summary>
    public static List<string> Segments(string text)
    {
        List<string> segments = [];
        int start = 0;
        for (int at = 0; at <= text.Length; at++)
        {
            char c = at < text.Length ? text[at] : '.';
            if (char.IsLetterOrDigit(c) || c is '_' or '$' or '@' or '#')
            {
                continue;
            }

            if (c == '[' && at + 1 < text.Length && text[at + 1] == ']')
            {
                at++;
                continue;
            }

            if (at > start)
            {
                segments.Add(text[start..at]);
            }

            if (c is not ('.' or ':' or '-' or '>' or '?' or '!' or '\\'))
            {
                return [];
            }

            start = at + 1;
        }

        return segments;
    }
}
