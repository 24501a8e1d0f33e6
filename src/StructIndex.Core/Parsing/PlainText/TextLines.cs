namespace StructIndex;

/// <summary>Reads a file line by line.</summary>
internal static class TextLines
{
    /// <summary>The line without its break, by its 1-based number.</summary>
    /// <param name="file">The file.</param>
    /// <param name="line">1-based line.</param>
    /// <param name="start">Where the line begins.</param>
    public static ReadOnlySpan<char> Line(this SourceFile file, int line, out int start)
    {
        start = file.OffsetOfLine(line);
        return file.Text.AsSpan(start, file.OffsetOfLine(line + 1) - start).TrimEnd("\r\n");
    }

    /// <summary>How often the text's first character stands at its start.</summary>
    /// <param name="text">The text, not empty.</param>
    public static int RunLength(ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAnyExcept(text[0]);
        return end < 0 ? text.Length : end;
    }
}
