namespace StructIndex;

/// <summary>Licences at the head of a file, which document nothing.</summary>
internal static class LicenceComments
{
    /// <summary>Takes licences off the comments before a declaration that are the first of the file.</summary>
    /// <param name="text">The file.</param>
    /// <param name="comments">The comments, ascending.</param>
    /// <param name="isHead">Whether nothing stands before them.</param>
    /// <param name="language">The language.</param>
    public static void Remove(string text, List<Stretch> comments, bool isHead, TreeSitterLanguage language)
    {
        while (isHead && comments.Count > 0)
        {
            int count = Block(text, comments, language);
            if (!DocumentationText.IsLicence(DocumentationText.Clean(text, comments[..count], language)))
            {
                return;
            }

            comments.RemoveRange(0, count);
        }
    }

    /// <summary>How many comments are one block: comments of a line that follow each other, or one that has marks at both ends.</summary>
    private static int Block(string text, List<Stretch> comments, TreeSitterLanguage language)
    {
        int count = 1;
        while (count < comments.Count && IsLine(comments[count - 1]) && IsLine(comments[count])
            && text.AsSpan(comments[count - 1].End, comments[count].Start - comments[count - 1].End).Count('\n') <= 1)
        {
            count++;
        }

        return count;

        bool IsLine(Stretch comment)
        {
            foreach ((string open, _) in language.Comments.Blocks)
            {
                if (comment.In(text).StartsWith(open, StringComparison.Ordinal))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
