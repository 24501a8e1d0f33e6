namespace StructIndex;

/// <summary>A block of code in a document.</summary>
/// <param name="Language">Its language.</param>
/// <param name="Start">Where its first line begins.</param>
/// <param name="End">Where its closing fence begins.</param>
internal readonly record struct Fence(string Language, int Start, int End);

/// <summary>
/// The fenced blocks of a Markdown document that are worth a file: of a language that is parsed, and longer than one vector holds. Shorter
/// ones are found as part of their section.
/// </summary>
internal static class FencedCode
{
    /// <summary>The lines of code that a block has at least: more than a declaration that is embedded whole.</summary>
    public const int MinLines = FileAssembler.LongLines + 1;

    /// <summary>The blocks, ascending.</summary>
    /// <param name="file">The document.</param>
    public static List<Fence> Of(SourceFile file)
    {
        List<Fence> fences = [];
        for (int open = NextMark(file.Text, 0); open >= 0;)
        {
            int line = file.LineAt(open);
            char mark = file.Text[open];
            int run = Run(file.Text, open, mark);
            int close = line + 1;
            while (close <= file.LineCount && !Closes(Line(file, close), mark, run))
            {
                close++;
            }

            bool begins = BeginsLine(file, open, line);
            if (begins && close - line - 1 >= MinLines && close <= file.LineCount && LanguageOf(Line(file, line).Trim().TrimStart(mark)) is { } language)
            {
                fences.Add(new Fence(language, file.OffsetOfLine(line + 1), file.OffsetOfLine(close)));
            }

            int next = begins ? file.OffsetOfLine(close + 1) : open + run;
            open = next < file.Text.Length ? NextMark(file.Text, next) : -1;
        }

        return fences;
    }

    private static int NextMark(string text, int at)
    {
        ReadOnlySpan<char> rest = text.AsSpan(at);
        int backticks = rest.IndexOf("```"), tildes = rest.IndexOf("~~~");
        int first = backticks < 0 || (tildes >= 0 && tildes < backticks) ? tildes : backticks;
        return first < 0 ? -1 : at + first;
    }

    private static ReadOnlySpan<char> Line(SourceFile file, int line) => file.Text.AsSpan()[file.OffsetOfLine(line)..file.OffsetOfLine(line + 1)];

    private static bool BeginsLine(SourceFile file, int at, int line) => string.IsNullOrWhiteSpace(file.Text[file.OffsetOfLine(line)..at]);

    private static bool Closes(ReadOnlySpan<char> line, char mark, int run)
    {
        ReadOnlySpan<char> text = line.Trim();
        return text.Length >= run && !text.ContainsAnyExcept(mark);
    }

    private static int Run(string text, int at, char mark)
    {
        int end = at;
        while (end < text.Length && text[end] == mark)
        {
            end++;
        }

        return end - at;
    }

    /// <summary>The language that the words behind a fence say: by its name, or by an extension of its files.</summary>
    private static string? LanguageOf(ReadOnlySpan<char> info)
    {
        int end = info.IndexOfAny(" ,{\t");
        string word = (end < 0 ? info : info[..end]).ToString().ToLowerInvariant();
        string? language = TreeSitterLanguages.Contains(word) ? word : word.Length > 0 && word.All(char.IsLetterOrDigit) ? LanguageCatalog.Detect($"a.{word}", []) : null;
        return language is not null && TreeSitterLanguages.Contains(language) ? language : null;
    }
}
