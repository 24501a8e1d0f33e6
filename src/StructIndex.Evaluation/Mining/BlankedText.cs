namespace StructIndex;

/// <summary>
/// A file's text in which stretches are blanked: every other character keeps its place, so that offsets and lines stay what they were.
/// </summary>
internal sealed class BlankedText(SourceFile file)
{
    private readonly char[] _text = file.Text.ToCharArray();

    /// <summary>Blanks a comment, or what a documentation string holds between its quotes, so that the code around it stays code.</summary>
    public void Blank(SourceSpan span)
    {
        (int start, int end) = (span.Start, span.Start + file.Text.AsSpan(span.Start, span.Length).TrimEnd().Length);
        while (start < end && char.IsWhiteSpace(_text[start]))
        {
            start++;
        }

        if (start == end)
        {
            return;
        }

        if (char.IsLetter(_text[start]) || _text[start] is '"' or '\'' or '@')
        {
            int quote = _text.AsSpan(start, end - start).IndexOfAny('"', '\'');
            if (quote < 0)
            {
                return;
            }

            char mark = _text[start + quote];
            int marks = 0;
            while (marks < 3 && start + quote + marks < end && _text[start + quote + marks] == mark)
            {
                marks++;
            }

            marks = marks == 3 ? 3 : 1;
            (start, end) = (start + quote + marks, end - marks);
        }

        for (int at = start; at < end; at++)
        {
            bool joinsLines = _text[at] == '\\' && at + 1 < end && _text[at + 1] is '\n' or '\r';
            _text[at] = _text[at] is '\n' or '\r' || joinsLines ? _text[at] : ' ';
        }
    }

    /// <summary>The file with what is left.</summary>
    public SourceFile ToFile() => new(file.Path, new string(_text), file.Language) { FullPath = file.FullPath, IsGenerated = file.IsGenerated };
}
