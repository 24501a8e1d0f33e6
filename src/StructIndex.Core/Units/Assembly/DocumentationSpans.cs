namespace StructIndex;

/// <summary>Finds the documentation inside a declaration's text, so that a body does not repeat it.</summary>
internal static class DocumentationSpans
{
    /// <summary>The comment lines before the declared name and the documentation string at the start of the body, ascending.</summary>
    public static List<SourceSpan> Of(ParsedFile file, CodeDeclaration declaration)
    {
        List<SourceSpan> found = [];
        if (declaration.Documentation.Length == 0)
        {
            return found;
        }

        string text = file.Source.Text;
        CommentSyntax comments = file.Rules.Comments;
        int limit = Math.Clamp(declaration.NameSpan.Start, declaration.Span.Start, declaration.Span.End);
        Leading(text, comments, declaration.Span.Start, limit, found);
        if (declaration.Body.Length > 0)
        {
            int at = SkipWhiteSpace(text, declaration.Body.Start, declaration.Body.End);
            int opener = text.AsSpan(at, declaration.Body.End - at) switch
            {
                ['{' or ':', ..] => 1,
                ['d', 'o', ' ' or '\n' or '\r', ..] => 2,
                _ => 0,
            };
            at = SkipWhiteSpace(text, at + opener, declaration.Body.End);
            int end = StringEnd(text, at, declaration.Body.End, comments);
            if (end > at)
            {
                found.Add(new SourceSpan(at, end));
            }
        }

        return found;
    }

    /// <summary>Adds the spans of whole comment lines from <paramref name="start"/> on, up to <paramref name="limit"/>.</summary>
    private static void Leading(string text, CommentSyntax comments, int start, int limit, List<SourceSpan> found)
    {
        int at = start;
        while (at < limit)
        {
            int token = SkipWhiteSpace(text, at, limit);
            int end = token < limit ? CommentEnd(text, token, limit, comments) : token;
            if (end > token)
            {
                end = Math.Min(LineEnd(text, end), limit);
                found.Add(new SourceSpan(at, end));
                at = end;
            }
            else
            {
                at = LineEnd(text, Math.Min(token + 1, text.Length));
            }
        }
    }

    /// <summary>
    /// The comments at the head of a file, up to the first code. Comment lines without a blank line between them are one.
    /// </summary>
    public static List<SourceSpan> Head(ParsedFile file, int start, int end)
    {
        string text = file.Source.Text;
        List<SourceSpan> found = [];
        int at = SkipWhiteSpace(text, start, end);
        while (at < end && CommentEnd(text, at, end, file.Rules.Comments) is var after && after > at)
        {
            after = Math.Min(LineEnd(text, after), end);
            bool joins = found.Count > 0 && !text.AsSpan(found[^1].End, at - found[^1].End).Contains('\n');
            if (joins)
            {
                found[^1] = new SourceSpan(found[^1].Start, after);
            }
            else
            {
                found.Add(new SourceSpan(at, after));
            }

            at = SkipWhiteSpace(text, after, end);
        }

        return found;
    }

    private static int CommentEnd(string text, int at, int limit, CommentSyntax comments)
    {
        int end = comments.EndOf(text.AsSpan(0, limit), at);
        return end == at ? StringEnd(text, at, limit, comments) : end;
    }

    /// <summary>
    /// The end of a documentation string that begins here, after a word that makes it one in some languages; the start when none does.
    /// </summary>
    private static int StringEnd(string text, int start, int limit, CommentSyntax comments)
    {
        int at = start;
        ReadOnlySpan<char> rest = text.AsSpan(at, limit - at);
        foreach (string mark in comments.DocumentationWords)
        {
            if (rest.StartsWith(mark, StringComparison.Ordinal))
            {
                at = SkipWhiteSpace(text, at + mark.Length, limit);
                at += at < limit && text[at] == '~' ? 2 : 0;
                break;
            }
        }

        while (at < limit && text[at] is 'r' or 'R' or 'u' or 'U' or 'b' or 'B')
        {
            at++;
        }

        if (at >= limit || text[at] is not ('"' or '\''))
        {
            return start;
        }

        char quote = text[at];
        int quotes = at + 2 < limit && text[at + 1] == quote && text[at + 2] == quote ? 3 : 1;
        for (int end = at + quotes; end < limit; end++)
        {
            if (text[end] == '\\')
            {
                end++;
            }
            else if (text[end] == quote && (quotes == 1 || (end + 2 < text.Length && text[end + 1] == quote && text[end + 2] == quote)))
            {
                return Math.Min(end + quotes, limit);
            }
            else if (quotes == 1 && text[end] == '\n')
            {
                return start;
            }
        }

        return start;
    }

    private static int SkipWhiteSpace(string text, int at, int limit)
    {
        while (at < limit && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>The start of the next line; the same place where a line begins.</summary>
    private static int LineEnd(string text, int at)
    {
        if (at > 0 && text[at - 1] == '\n')
        {
            return at;
        }

        int end = text.AsSpan(at).IndexOf('\n');
        return end < 0 ? text.Length : at + end + 1;
    }
}
