namespace StructIndex;

/// <summary>Headings of Markdown: <c># ATX</c> and underlined ones, outside code fences and front matter.</summary>
internal static class MarkdownHeadings
{
    /// <summary>The headings, by offset.</summary>
    /// <param name="file">The file.</param>
    public static List<Heading> Of(SourceFile file)
    {
        List<Heading> headings = [];
        int fence = 0;
        char fenceMark = '\0';
        int paragraph = -1;
        for (int number = AfterFrontMatter(file); number <= file.LineCount; number++)
        {
            ReadOnlySpan<char> line = file.Line(number, out int start);
            ReadOnlySpan<char> text = line.Trim();
            bool isIndented = line.Length - line.TrimStart().Length > 3;
            int run = text.IsEmpty ? 0 : TextLines.RunLength(text);
            if (fence > 0)
            {
                fence = text.Length == run && text.StartsWith(fenceMark) && run >= fence ? 0 : fence;
                continue;
            }

            if (text.IsEmpty || isIndented)
            {
                paragraph = -1;
                continue;
            }

            if (text[0] is '`' or '~' && run >= 3 && !text[run..].Contains('`'))
            {
                (fence, fenceMark, paragraph) = (run, text[0], -1);
            }
            else if (text[0] == '#' && run <= 6 && (run == text.Length || char.IsWhiteSpace(text[run])))
            {
                Add(run, text[run..].Trim().TrimEnd('#'), start, start + line.Length);
                paragraph = -1;
            }
            else if (paragraph >= 0 && run == text.Length && (text[0] == '=' || (text[0] == '-' && run >= 3)))
            {
                int title = file.OffsetOfLine(number - 1);
                Add(text[0] == '=' ? 1 : 2, file.Text.AsSpan(title, start - title).Trim(), title, start + line.Length);
                paragraph = -1;
            }
            else
            {
                // Only a paragraph of one line is taken for a title: under more than one, a rule of dashes is likelier.
                paragraph = paragraph == -1 && text[0] is not ('|' or '>' or '-' or '*' or '+' or '<') ? number : -2;
            }
        }

        return headings;

        void Add(int level, ReadOnlySpan<char> title, int start, int end)
        {
            if (HeadingText.OfMarkdown(title) is { Length: > 0 } name)
            {
                headings.Add(new Heading(level, name, start, end));
            }
        }
    }

    private static int AfterFrontMatter(SourceFile file)
    {
        if (file.Line(1, out _).TrimEnd() is not "---")
        {
            return 1;
        }

        for (int number = 2; number <= file.LineCount; number++)
        {
            if (file.Line(number, out _).TrimEnd() is "---" or "...")
            {
                return number + 1;
            }
        }

        return 1;
    }
}
