namespace StructIndex;

/// <summary>Tables of TOML (<c>[table]</c>, <c>[[array]]</c>) and sections of INI files.</summary>
internal static class TableHeadings
{
    /// <summary>The tables, by offset; comments right above one belong to it.</summary>
    /// <param name="file">The file.</param>
    public static List<Heading> Of(SourceFile file)
    {
        List<Heading> headings = [];
        string? quotes = null;
        int comment = -1;
        for (int number = 1; number <= file.LineCount; number++)
        {
            ReadOnlySpan<char> line = file.Line(number, out int start);
            ReadOnlySpan<char> text = line.Trim();
            if (quotes is null && text.Length > 0 && text[0] is '#' or ';')
            {
                comment = comment < 0 ? start : comment;
                continue;
            }

            if (quotes is null && text.StartsWith('[') && text.IndexOf(']') is > 0 and int close)
            {
                string name = text[..close].TrimStart('[').Trim(" \"'").ToString();
                if (name.Length > 0)
                {
                    headings.Add(new Heading(1, name, comment < 0 ? start : comment, start + line.Length));
                }
            }

            comment = -1;
            quotes = file.Language == "toml" ? OpenQuotes(text, quotes) : null;
        }

        return headings;
    }

    /// <summary>The triple quotes that are open after a line.</summary>
    private static string? OpenQuotes(ReadOnlySpan<char> line, string? open)
    {
        while (true)
        {
            int at;
            if (open is not null)
            {
                at = line.IndexOf(open);
                if (at < 0)
                {
                    return open;
                }

                line = line[(at + 3)..];
                open = null;
                continue;
            }

            at = line.IndexOfAny('"', '\'');
            if (at < 0)
            {
                return null;
            }

            ReadOnlySpan<char> rest = line[at..];
            open = rest.StartsWith("\"\"\"") ? "\"\"\"" : rest.StartsWith("'''") ? "'''" : null;
            line = rest[(open is null ? 1 : 3)..];
        }
    }
}
