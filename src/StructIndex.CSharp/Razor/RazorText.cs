namespace StructIndex;

/// <summary>Finds where words, strings, comments, brackets and expressions of C# end in a text that is not all C#.</summary>
internal static class RazorText
{
    /// <summary>A string of one line, or a character, that does not end within so many signs is none.</summary>
    private const int MaxString = 4096;

    /// <inheritdoc cref="MaxString"/>
    private const int MaxCharacter = 12;

    /// <summary>The end of the word that begins at an offset.</summary>
    public static int EndOfWord(string text, int at)
    {
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_'))
        {
            at++;
        }

        return at;
    }

    /// <summary>The bracket that closes another; the end of the text where none does.</summary>
    public static int Match(string text, int open)
    {
        char opening = text[open], closing = opening == '(' ? ')' : opening == '[' ? ']' : '}';
        int depth = 0;
        for (int at = open; at < text.Length; at = EndOfToken(text, at))
        {
            depth += text[at] == opening ? 1 : text[at] == closing ? -1 : 0;
            if (depth == 0)
            {
                return at;
            }
        }

        return text.Length;
    }

    /// <summary>The end of a string, character or comment that begins at an offset; the next offset where none does.</summary>
    public static int EndOfToken(string text, int at)
    {
        ReadOnlySpan<char> rest = text.AsSpan(at);
        int end = rest switch
        {
            ['/', '/', ..] => rest.IndexOfAny('\r', '\n'),
            ['/', '*', ..] => Behind(rest, "*/", 2),
            ['@', '*', ..] => Behind(rest, "*@", 2),
            ['"', '"', '"', ..] => Behind(rest, "\"\"\"", 3),
            ['@', '"', ..] or ['@', '$', '"', ..] or ['$', '@', '"', ..] => Verbatim(rest),
            ['"', ..] => Quoted(rest),
            ['\'', '\\', ..] => Math.Max(1, Behind(rest[..Math.Min(rest.Length, MaxCharacter)], "'", 3)),
            ['\'', _, '\'', ..] => 3,
            _ => 1,
        };
        return end <= 0 ? text.Length : at + end;
    }

    /// <summary>The end of an expression as markup writes it without parentheses: names, calls, elements.</summary>
    public static int EndOfExpression(string text, int at)
    {
        int end = EndOfWord(text, at);
        if (text.AsSpan(at, end - at) is "await" && end < text.Length && text[end] == ' ')
        {
            end = EndOfWord(text, end + 1);
        }

        while (end < text.Length)
        {
            int name = text[end] switch
            {
                '(' or '[' => -1,
                '.' => end + 1,
                '?' or '!' when end + 1 < text.Length && text[end + 1] is '.' or '[' => text[end + 1] == '[' ? -2 : end + 2,
                _ => end,
            };
            if (name < 0)
            {
                end = Math.Min(Match(text, name == -1 ? end : end + 1) + 1, text.Length);
            }
            else if (name > end && name < text.Length && (char.IsLetter(text[name]) || text[name] == '_'))
            {
                end = EndOfWord(text, name);
            }
            else
            {
                break;
            }
        }

        return end;
    }

    private static int Behind(ReadOnlySpan<char> text, string mark, int from) =>
        from <= text.Length && text[from..].IndexOf(mark, StringComparison.Ordinal) is >= 0 and var found ? from + found + mark.Length : -1;

    private static int Quoted(ReadOnlySpan<char> text)
    {
        for (int at = 1; at < Math.Min(text.Length, MaxString) && text[at] is not ('\r' or '\n'); at++)
        {
            if (text[at] == '"')
            {
                return at + 1;
            }

            at += text[at] == '\\' ? 1 : 0;
        }

        return 1;
    }

    private static int Verbatim(ReadOnlySpan<char> text)
    {
        int at = text.IndexOf('"') + 1;
        while (at < text.Length && !(text[at] == '"' && !(at + 1 < text.Length && text[at + 1] == '"')))
        {
            at += text[at] == '"' ? 2 : 1;
        }

        return at + 1;
    }
}
