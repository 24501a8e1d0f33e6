namespace StructIndex;

/// <summary>Where text without known structure may be cut: at lines without indentation that follow a blank line.</summary>
internal static class ParagraphBreaks
{
    /// <summary>The places, ascending.</summary>
    /// <param name="file">The file.</param>
    public static List<int> Of(SourceFile file)
    {
        List<int> breaks = [];
        bool afterBlank = false;
        for (int number = 1; number <= file.LineCount; number++)
        {
            ReadOnlySpan<char> line = file.Line(number, out int start);
            bool isBlank = line.IsWhiteSpace();
            if (afterBlank && !isBlank && !char.IsWhiteSpace(line[0]))
            {
                breaks.Add(start);
            }

            afterBlank = isBlank || (afterBlank && char.IsWhiteSpace(line[0]));
        }

        return breaks;
    }
}
