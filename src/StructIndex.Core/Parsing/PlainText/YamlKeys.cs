namespace StructIndex;

/// <summary>Top-level keys of YAML that hold a block of their own; short ones say too little to stand alone.</summary>
internal static class YamlKeys
{
    private const int MinLines = 3;

    /// <summary>The keys, by offset; comments right above one belong to it.</summary>
    /// <param name="file">The file.</param>
    public static List<Heading> Of(SourceFile file)
    {
        List<Heading> headings = [];
        List<(int Line, int Start, int End, string? Name)> borders = [];
        int comment = -1, commentLine = 0;
        for (int number = 1; number <= file.LineCount; number++)
        {
            ReadOnlySpan<char> line = file.Line(number, out int start);
            if (line.StartsWith('#'))
            {
                (comment, commentLine) = comment < 0 ? (start, number) : (comment, commentLine);
                continue;
            }

            if (line.Length > 0 && !char.IsWhiteSpace(line[0]) && (line[0] is not ('-' or '}' or ']') || line.StartsWith("---")))
            {
                borders.Add((comment < 0 ? number : commentLine, comment < 0 ? start : comment, start + KeyEnd(line), Key(line)));
            }

            comment = -1;
        }

        for (int i = 0; i < borders.Count; i++)
        {
            (int line, int start, int end, string? name) = borders[i];
            bool isLast = i + 1 == borders.Count;
            int next = isLast ? file.LineCount + 1 : borders[i + 1].Line;
            if (name is not null && next - line >= MinLines)
            {
                headings.Add(new Heading(1, name, start, end, isLast ? file.Text.Length : borders[i + 1].Start));
            }
        }

        return headings;
    }

    private static int KeyEnd(ReadOnlySpan<char> line)
    {
        int colon = line.IndexOf(':');
        return colon < 0 ? line.Length : colon + 1;
    }

    private static string? Key(ReadOnlySpan<char> line)
    {
        int colon = line.IndexOf(':');
        bool isKey = colon > 0 && (colon + 1 == line.Length || char.IsWhiteSpace(line[colon + 1])) && line[0] is not ('{' or '[' or '%' or '-');
        string key = isKey ? line[..colon].Trim().Trim("\"'").ToString() : "";
        return key.Length > 0 ? key : null;
    }
}
