namespace StructIndex;

/// <summary>Goes through the code of a language with the comments and strings of C.</summary>
internal static class CodeMarks
{
    private static readonly string[] s_statementWords = ["return", "else", "case", "throw", "in", "do", "co_return", "co_await", "co_yield"];

    /// <summary>The offset behind the comment or string that begins at an offset; the offset itself where none does.</summary>
    public static int AfterTrivia(string text, int at) => text[at] switch
    {
        '/' when at + 1 < text.Length && text[at + 1] == '/' => LineEnd(text, at),
        '/' when at + 1 < text.Length && text[at + 1] == '*' => After(text, at + 2, "*/"),
        '"' => AfterString(text, at),
        '\'' when at == 0 || !IsName(text[at - 1]) => AfterString(text, at),
        _ => at,
    };

    /// <summary>The offset of the next code: past blanks, line breaks and comments.</summary>
    public static int SkipTrivia(string text, int at)
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || (text[at] == '/' && AfterTrivia(text, at) > at)))
        {
            at = Math.Max(at + 1, AfterTrivia(text, at));
        }

        return at;
    }

    /// <summary>For each opening bracket of code the offset of the one that closes it; -1 for all else.</summary>
    public static int[] Closes(string text)
    {
        int[] closes = new int[text.Length];
        Array.Fill(closes, -1);
        Stack<int> open = new();
        for (int at = 0; at < text.Length;)
        {
            int after = AfterTrivia(text, at);
            if (after > at)
            {
                at = after;
                continue;
            }

            if (text[at] is '[' or '{' or '(')
            {
                open.Push(at);
            }
            else if (text[at] is ']' or '}' or ')' && open.TryPop(out int opening))
            {
                closes[opening] = at;
            }

            at++;
        }

        return closes;
    }

    /// <summary>The offset behind the next occurrence of a mark, which may be in a comment.</summary>
    public static int After(string text, int at, string mark)
    {
        int found = at < text.Length ? text.IndexOf(mark, at, StringComparison.Ordinal) : -1;
        return found < 0 ? text.Length : found + mark.Length;
    }

    /// <summary>The word at an offset.</summary>
    public static ReadOnlySpan<char> Word(string text, int at)
    {
        int end = at;
        while (end < text.Length && IsName(text[end]))
        {
            end++;
        }

        return text.AsSpan(at, end - at);
    }

    /// <summary>Whether a text ends with a word that an expression may follow: <c>return</c>.</summary>
    public static bool IsStatementWord(ReadOnlySpan<char> text)
    {
        int start = text.Length;
        while (start > 0 && IsName(text[start - 1]))
        {
            start--;
        }

        return s_statementWords.AsSpan().Contains(text[start..].ToString());
    }

    /// <summary>Whether a sign may be in a name.</summary>
    public static bool IsName(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private static int LineEnd(string text, int at)
    {
        int end = text.AsSpan(at).IndexOfAny('\r', '\n');
        return end < 0 ? text.Length : at + end;
    }

    // A quote without its like on the line is none.
    private static int AfterString(string text, int at)
    {
        for (int end = at + 1; end < text.Length && text[end] is not ('\n' or '\r'); end++)
        {
            if (text[end] == text[at])
            {
                return end + 1;
            }

            end += text[end] == '\\' ? 1 : 0;
        }

        return at;
    }
}
