namespace StructIndex;

/// <summary>
/// Finds and replaces words in a text where they stand as words: between other characters, or between capitals within an identifier.
/// </summary>
internal static class WordReplacement
{
    /// <summary>Where a word first stands in a text, in any case, or -1.</summary>
    public static int IndexOf(ReadOnlySpan<char> text, ReadOnlySpan<char> word)
    {
        for (int start = 0; start <= text.Length - word.Length;)
        {
            int found = text[start..].IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (found < 0 || IsWord(text, start + found, start + found + word.Length))
            {
                return found < 0 ? -1 : start + found;
            }

            start += found + 1;
        }

        return -1;
    }

    /// <summary>The text with a word replaced wherever it stands; a capital at its beginning stays one.</summary>
    public static string Replace(string text, string word, string replacement)
    {
        System.Text.StringBuilder replaced = new();
        int from = 0;
        for (int at = IndexOf(text, word); at >= 0; at = IndexOf(text.AsSpan(from), word))
        {
            at = from > 0 ? from + at : at;
            char first = char.IsUpper(text[at]) ? char.ToUpperInvariant(replacement[0]) : replacement[0];
            replaced.Append(text, from, at - from).Append(first).Append(replacement, 1, replacement.Length - 1);
            from = at + word.Length;
        }

        return replaced.Append(text, from, text.Length - from).ToString();
    }

    private static bool IsWord(ReadOnlySpan<char> text, int start, int end) =>
        (start == 0 || !char.IsLetter(text[start - 1]) || (char.IsUpper(text[start]) && char.IsLower(text[start - 1])))
        && (end == text.Length || !char.IsLetter(text[end]) || (char.IsUpper(text[end]) && char.IsLower(text[end - 1])));
}
