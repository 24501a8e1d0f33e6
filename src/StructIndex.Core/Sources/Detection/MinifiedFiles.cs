namespace StructIndex;

/// <summary>Tells code and data that were squeezed for machines.</summary>
internal static class MinifiedFiles
{
    /// <summary>People wrap code near 100 characters; a line of 500 was not typed.</summary>
    private const int LongLine = 500;

    /// <summary>Share of a minified file's characters that stand in long lines, at least.</summary>
    private const double MinifiedShare = 0.9;

    /// <summary>Below this length a few long lines (a table, a key) weigh too much.</summary>
    private const int ShortFile = 2000;

    /// <summary>Whether hardly more than a licence stands outside lines that no one typed: code around a large literal is still code. Prose is never minified: a paragraph may be one line.</summary>
    /// <param name="path">Path or file name; <c>.min.</c> in it is enough.</param>
    /// <param name="language">Language name.</param>
    /// <param name="text">The text.</param>
    public static bool IsMinified(ReadOnlySpan<char> path, string language, ReadOnlySpan<char> text)
    {
        if (language is "markdown" or LanguageCatalog.PlainText or "html" or NotebookText.Language)
        {
            return false;
        }

        if (path.Contains(".min.", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (text.Length < ShortFile)
        {
            return false;
        }

        int inLongLines = 0;
        for (int start = 0; start < text.Length;)
        {
            int length = text[start..].IndexOfAny('\n', '\r');
            length = length < 0 ? text.Length - start : length;
            inLongLines += length >= LongLine ? length : 0;
            start += length + 1;
        }

        return inLongLines > MinifiedShare * text.Length;
    }
}
