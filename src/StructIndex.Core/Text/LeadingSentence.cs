namespace StructIndex;

/// <summary>Cuts documentation behind its first sentence, which is where it says what a thing is for.</summary>
internal static class LeadingSentence
{
    /// <summary>Up to the first full stop before white space, or the first empty line; the whole text where there is neither.</summary>
    public static string Of(string documentation)
    {
        ReadOnlySpan<char> text = documentation.AsSpan().Trim();
        for (int at = 0; at < text.Length; at++)
        {
            bool last = at + 1 == text.Length;
            if (text[at] is '.' or '!' or '?' or '。' && (last || char.IsWhiteSpace(text[at + 1])) && !EndsAbbreviation(text[..at]))
            {
                return text[..(at + 1)].ToString();
            }

            if (text[at] == '\n' && (last || text[(at + 1)..].TrimStart(" \t\r") is [] or ['\n', ..]))
            {
                return text[..at].TrimEnd().ToString();
            }
        }

        return text.ToString();
    }

    private static bool EndsAbbreviation(ReadOnlySpan<char> text) =>
        text.EndsWith("e.g", StringComparison.OrdinalIgnoreCase) || text.EndsWith("i.e", StringComparison.OrdinalIgnoreCase) || text.EndsWith(" vs", StringComparison.Ordinal);
}
