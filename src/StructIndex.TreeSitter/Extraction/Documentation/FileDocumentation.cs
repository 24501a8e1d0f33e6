namespace StructIndex;

/// <summary>The documentation of a file as a whole.</summary>
internal static class FileDocumentation
{
    /// <summary>Documentation of the file: a docstring, else the first comments that belong to no declaration and are no licence.</summary>
    public static string Of(string text, List<Stretch> inner, List<Trivia> trivia, DeclarationBuilder builder, TreeSitterLanguage language)
    {
        if (inner.Count > 0)
        {
            return DocumentationText.Clean(text, inner, language);
        }

        List<Stretch> run = [];
        int end = 0;
        for (int i = 0; i < trivia.Count && trivia[i].Role == CaptureRole.Comment && !builder.IsTaken(i); i++)
        {
            Trivia item = trivia[i];
            ReadOnlySpan<char> gap = text.AsSpan(end, Math.Max(0, item.Start - end));
            bool headOnly = end == 0 && IsHead(gap);
            if (!gap.IsWhiteSpace() && !headOnly)
            {
                break;
            }

            if (gap.Count('\n') > 1 && run.Count > 0)
            {
                string documentation = DocumentationText.Clean(text, run, language);
                if (documentation.Length > 0 && !DocumentationText.IsLicence(documentation))
                {
                    return documentation;
                }

                run.Clear();
            }

            run.Add(new Stretch(item.Start, item.End));
            end = item.End;
        }

        string last = DocumentationText.Clean(text, run, language);
        return DocumentationText.IsLicence(last) ? "" : last;
    }

    /// <summary>
    /// Whether the lines are only what may stand before a file's own comment: an interpreter, a mode, the opening of PHP.
    /// </summary>
    private static bool IsHead(ReadOnlySpan<char> text)
    {
        foreach (ReadOnlySpan<char> line in text.EnumerateLines())
        {
            if (!line.IsWhiteSpace() && line.TrimStart() is not (['#' or '\'' or '"', ..] or ['<', '?', ..]))
            {
                return false;
            }
        }

        return true;
    }
}
