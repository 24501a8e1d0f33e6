namespace StructIndex;

/// <summary>Takes the marks off comments and docstrings.</summary>
internal static class CommentMarks
{
    /// <summary>Adds the lines of the text without marks.</summary>
    public static void Strip(ReadOnlySpan<char> text, CommentSyntax syntax, List<string> lines)
    {
        foreach ((string open, string close) in syntax.Blocks)
        {
            if (text.StartsWith(open, StringComparison.Ordinal) && text.EndsWith(close, StringComparison.Ordinal) && text.Length >= open.Length + close.Length)
            {
                StripBlock(text[open.Length..^close.Length], lines);
                return;
            }
        }

        if (MarkOf(text, syntax) is null)
        {
            Dedent(StripQuotes(text), lines);
            return;
        }

        foreach (ReadOnlySpan<char> line in text.EnumerateLines())
        {
            lines.Add(StripLine(line.Trim(), syntax).TrimEnd().ToString());
        }
    }

    private static string? MarkOf(ReadOnlySpan<char> line, CommentSyntax syntax)
    {
        foreach (string mark in syntax.Lines)
        {
            if (line.StartsWith(mark, StringComparison.Ordinal))
            {
                return mark;
            }
        }

        return null;
    }

    /// <summary>
    /// A line without its mark, however often the mark's character is repeated, and without what makes it documentation: <c>///</c>,
    /// <c>//!</c>, <c>-- |</c>.
    /// </summary>
    private static ReadOnlySpan<char> StripLine(ReadOnlySpan<char> line, CommentSyntax syntax)
    {
        if (MarkOf(line, syntax) is not { } mark)
        {
            return line;
        }

        line = line.TrimStart(mark[0]);
        line = mark[0] == '/' ? line.TrimStart("!<") : line;
        line = line is [' ', ..] ? line[1..] : line;
        return mark[0] == '-' && line is ['|' or '^', ..] ? line[1..].TrimStart() : line;
    }

    private static void StripBlock(ReadOnlySpan<char> text, List<string> lines)
    {
        text = text.TrimStart("*!<|^").TrimEnd("*");
        List<string> inner = [];
        bool starred = true;
        bool first = true;
        foreach (ReadOnlySpan<char> line in text.EnumerateLines())
        {
            ReadOnlySpan<char> trimmed = line.Trim();
            starred &= first || trimmed.IsEmpty || trimmed[0] == '*';
            first = false;
            inner.Add(line.TrimEnd().ToString());
        }

        if (!starred || inner.Count == 1)
        {
            Dedent(text, lines);
            return;
        }

        foreach (string line in inner)
        {
            ReadOnlySpan<char> trimmed = line.AsSpan().TrimStart();
            trimmed = trimmed is ['*', ..] ? trimmed.TrimStart('*') : trimmed;
            lines.Add((trimmed is [' ', ..] ? trimmed[1..] : trimmed).ToString());
        }
    }

    private static ReadOnlySpan<char> StripQuotes(ReadOnlySpan<char> text)
    {
        int prefix = 0;
        while (prefix < Math.Min(3, text.Length) && (char.IsAsciiLetter(text[prefix]) || text[prefix] == '~'))
        {
            prefix++;
        }

        ReadOnlySpan<char> quoted = text[prefix..];
        foreach (string quote in (ReadOnlySpan<string>)["\"\"\"", "'''", "\"", "'"])
        {
            if (quoted.Length >= 2 * quote.Length && quoted.StartsWith(quote, StringComparison.Ordinal) && quoted.EndsWith(quote, StringComparison.Ordinal))
            {
                return quoted[quote.Length..^quote.Length];
            }
        }

        return text;
    }

    /// <summary>Adds the lines without the indentation that all but the first have in common.</summary>
    private static void Dedent(ReadOnlySpan<char> text, List<string> lines)
    {
        int indent = int.MaxValue;
        bool first = true;
        foreach (ReadOnlySpan<char> line in text.EnumerateLines())
        {
            if (!first && !line.IsWhiteSpace())
            {
                indent = Math.Min(indent, line.Length - line.TrimStart().Length);
            }

            first = false;
        }

        first = true;
        foreach (ReadOnlySpan<char> line in text.EnumerateLines())
        {
            ReadOnlySpan<char> kept = first || line.IsWhiteSpace() ? line.Trim() : line[Math.Min(indent, line.Length)..];
            lines.Add(kept.TrimEnd().ToString());
            first = false;
        }
    }
}
