namespace StructIndex;

/// <summary>
/// Skips comments at the head of a file that say nothing about its code: a licence, or documentation that a unit has apart.
/// </summary>
internal static class FileComments
{
    /// <summary>The offset at which the body of the file's first lines begins.</summary>
    public static int End(ParsedFile file, int start, int end, bool isDocumented)
    {
        int at = start;
        foreach (SourceSpan comment in DocumentationSpans.Head(file, start, end))
        {
            ReadOnlySpan<char> text = file.Source.Text.AsSpan(comment.Start, comment.Length);
            if (!isDocumented && !text.Contains("license", StringComparison.OrdinalIgnoreCase)
                && !text.Contains("licence", StringComparison.OrdinalIgnoreCase) && !text.Contains("copyright", StringComparison.OrdinalIgnoreCase))
            {
                break;
            }

            at = comment.End;
        }

        return at;
    }
}
