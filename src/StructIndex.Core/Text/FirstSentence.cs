namespace StructIndex;

/// <summary>Where the first sentence of documentation ends.</summary>
internal static class FirstSentence
{
    private static readonly string[] s_abbreviations = ["e.g", "i.e", "etc", "cf", "vs", "approx", "resp", "incl", "fig", "eq", "no"];

    /// <summary>The first sentence, and what follows it.</summary>
    public static (string First, string Others) Split(string text)
    {
        int blank = text.IndexOf("\n\n", StringComparison.Ordinal);
        int limit = blank < 0 ? text.Length : blank;
        for (int i = 0; i < limit; i++)
        {
            bool ends = text[i] is '.' or '!' or '?' && (i + 1 == limit || char.IsWhiteSpace(text[i + 1])) && !IsAbbreviation(text.AsSpan(0, i));
            if (ends)
            {
                return (text[..(i + 1)], text[(i + 1)..]);
            }
        }

        return (text[..limit], text[limit..]);
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> before)
    {
        int start = before.LastIndexOfAny(" \n\t(") + 1;
        foreach (string abbreviation in s_abbreviations)
        {
            if (before[start..].Equals(abbreviation, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
