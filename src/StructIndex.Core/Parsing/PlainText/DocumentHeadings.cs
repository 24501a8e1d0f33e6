namespace StructIndex;

/// <summary>Headings of reStructuredText (underlined by punctuation) and AsciiDoc (<c>== Title</c>); other plain text has none.</summary>
internal static class DocumentHeadings
{
    private const string Underlines = "=-~^\"'#*+.:_`";

    /// <summary>The headings, by offset.</summary>
    /// <param name="file">The file.</param>
    public static List<Heading> Of(SourceFile file) => Path.GetExtension(file.Path).ToUpperInvariant() switch
    {
        ".RST" => OfRestructuredText(file),
        ".ADOC" or ".ASCIIDOC" => OfAsciiDoc(file),
        _ => [],
    };

    private static List<Heading> OfRestructuredText(SourceFile file)
    {
        List<Heading> headings = [];
        List<char> marks = [];
        for (int number = 2; number <= file.LineCount; number++)
        {
            ReadOnlySpan<char> line = file.Line(number, out int start).TrimEnd();
            if (line.Length < 2 || !Underlines.Contains(line[0], StringComparison.Ordinal) || TextLines.RunLength(line) != line.Length)
            {
                continue;
            }

            ReadOnlySpan<char> title = file.Line(number - 1, out int titleStart).TrimEnd();
            bool isTitle = title.Length > 0 && title.Length <= line.Length && !char.IsWhiteSpace(title[0]) && TextLines.RunLength(title) != title.Length;
            if (isTitle && HeadingText.Clean(title) is { Length: > 0 } name)
            {
                // Levels are in the order in which the marks first occur.
                if (!marks.Contains(line[0]))
                {
                    marks.Add(line[0]);
                }

                headings.Add(new Heading(marks.IndexOf(line[0]) + 1, name, titleStart, start + line.Length));
            }
        }

        return headings;
    }

    private static List<Heading> OfAsciiDoc(SourceFile file)
    {
        List<Heading> headings = [];
        for (int number = 1; number <= file.LineCount; number++)
        {
            ReadOnlySpan<char> line = file.Line(number, out int start);
            int level = line.StartsWith('=') ? TextLines.RunLength(line) : 0;
            if (level is > 0 and <= 6 && level < line.Length && line[level] == ' ' && HeadingText.Clean(line[level..]) is { Length: > 0 } name)
            {
                headings.Add(new Heading(level, name, start, start + line.Length));
            }
        }

        return headings;
    }
}
