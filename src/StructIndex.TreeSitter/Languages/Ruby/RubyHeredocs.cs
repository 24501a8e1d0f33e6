namespace StructIndex;

/// <summary>
/// Hides the beginnings of heredocs whose word is too long for the grammar: it keeps the length of the word in one byte, and ends the process
/// where it reads back another length than it wrote.
/// </summary>
internal static class RubyHeredocs
{
    private const string Start = "<<";
    private const int MaxWord = byte.MaxValue;

    /// <summary>The text, with blanks in place of the <c>&lt;&lt;</c> before words of more than 255 characters.</summary>
    public static string Mask(string text)
    {
        char[]? masked = null;
        for (int at = text.IndexOf(Start, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Start, at + 1, StringComparison.Ordinal))
        {
            if (IsTooLong(text.AsSpan(at + Start.Length)))
            {
                masked ??= text.ToCharArray();
                masked.AsSpan(at, Start.Length).Fill(' ');
            }
        }

        return masked is null ? text : new string(masked);
    }

    private static bool IsTooLong(ReadOnlySpan<char> word)
    {
        word = word is ['-' or '~', ..] ? word[1..] : word;
        char quote = word is ['\'' or '"' or '`', ..] ? word[0] : '\0';
        word = quote == '\0' ? word : word[1..];
        if (word.Length <= MaxWord)
        {
            return false;
        }

        foreach (char c in word[..(MaxWord + 1)])
        {
            if (quote == '\0' ? c < 128 && !char.IsAsciiLetterOrDigit(c) && c != '_' : c == quote)
            {
                return false;
            }
        }

        return true;
    }
}
