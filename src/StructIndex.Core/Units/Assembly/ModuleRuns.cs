namespace StructIndex;

/// <summary>A run of lines outside all declarations.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="CodeLines">How many of them are neither blank, comment, import nor bare punctuation.</param>
/// <param name="IsBlank">Whether nothing is written in it.</param>
internal readonly record struct ModuleRun(LineRange Lines, int CodeLines, bool IsBlank);

/// <summary>Finds the lines that no declaration covers.</summary>
internal static class ModuleRuns
{
    private static readonly string[] s_importMarks =
    [
        "import ", "from ", "using ", "use ", "package ", "namespace ", "open ", "alias ", "require", "include", "#include", "#pragma", "export * ", "module ",
    ];

    /// <summary>The runs of a file, by line.</summary>
    /// <param name="file">The file.</param>
    /// <param name="covered">Ranges that declarations cover, by start.</param>
    public static List<ModuleRun> Of(SourceFile file, IEnumerable<LineRange> covered)
    {
        List<ModuleRun> runs = [];
        int next = 1;
        foreach (LineRange range in covered)
        {
            Add(file, next, range.Start - 1, runs);
            next = Math.Max(next, range.End + 1);
        }

        Add(file, next, file.LineCount, runs);
        return runs;
    }

    /// <summary>Whether a text has a line that is neither blank, comment, import nor bare punctuation.</summary>
    public static bool HasCode(ReadOnlySpan<char> text)
    {
        foreach (ReadOnlySpan<char> line in text.EnumerateLines())
        {
            if (IsCodeLine(line.Trim()))
            {
                return true;
            }
        }

        return false;
    }

    private static void Add(SourceFile file, int first, int last, List<ModuleRun> runs)
    {
        if (first > last)
        {
            return;
        }

        int codeLines = 0;
        bool blank = true;
        for (int line = first; line <= last; line++)
        {
            int start = file.OffsetOfLine(line);
            ReadOnlySpan<char> text = file.Text.AsSpan(start, file.OffsetOfLine(line + 1) - start).Trim();
            blank &= text.IsEmpty;
            codeLines += IsCodeLine(text) ? 1 : 0;
        }

        runs.Add(new ModuleRun(new LineRange(first, last), codeLines, blank));
    }

    private static bool IsCodeLine(ReadOnlySpan<char> line)
    {
        foreach (string mark in s_importMarks)
        {
            if (line.StartsWith(mark, StringComparison.Ordinal))
            {
                return false;
            }
        }

        if (AnyComment.IsLikely(line))
        {
            return false;
        }

        foreach (char c in line)
        {
            if (char.IsLetterOrDigit(c))
            {
                return true;
            }
        }

        return false;
    }
}
