using System.Collections.Frozen;

namespace StructIndex;

/// <summary>Where HTML and XML may be cut.</summary>
internal static class MarkupBreaks
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_landmarks = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "h1", "h2", "h3", "h4", "h5", "h6", "head", "body", "main", "nav", "section", "article", "header", "footer", "aside", "form", "table", "dialog", "template", "script", "style")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Headings and landmark elements, ascending.</summary>
    /// <param name="text">The text.</param>
    public static List<int> OfHtml(ReadOnlySpan<char> text)
    {
        List<int> breaks = [];
        for (int at = NextTag(text, 0); at < text.Length; at = NextTag(text, at))
        {
            ReadOnlySpan<char> name = Name(text[(at + 1)..]);
            if (name.IsEmpty)
            {
                at = AfterOther(text, at);
                continue;
            }

            if (s_landmarks.Contains(name))
            {
                breaks.Add(at);
            }

            bool isRaw = name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase);
            at = isRaw ? After(text, at, name.Length == 6 ? "</script" : "</style") : at + 1 + name.Length;
        }

        return breaks;
    }

    /// <summary>The elements that the root holds, each with the comment above it, ascending.</summary>
    /// <param name="text">The text.</param>
    public static List<int> OfXml(ReadOnlySpan<char> text)
    {
        List<int> breaks = [];
        int depth = 0;
        bool afterComment = false;
        for (int at = NextTag(text, 0); at < text.Length; at = NextTag(text, at))
        {
            ReadOnlySpan<char> name = Name(text[(at + 1)..]);
            bool isComment = text[at..].StartsWith("<!--");
            if (depth == 1 && (isComment || !name.IsEmpty) && !afterComment)
            {
                breaks.Add(at);
            }

            afterComment = isComment && (depth == 1 || afterComment);
            depth -= text[at..].StartsWith("</") ? 1 : 0;
            if (name.IsEmpty)
            {
                at = AfterOther(text, at);
                continue;
            }

            at = AfterTag(text, at + 1 + name.Length);
            depth += at >= 2 && text[at - 2] == '/' ? 0 : 1;
        }

        return breaks;
    }

    private static int NextTag(ReadOnlySpan<char> text, int at)
    {
        int next = text[at..].IndexOf('<');
        return next < 0 ? text.Length : at + next;
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> text)
    {
        int length = 0;
        while (length < text.Length && (char.IsLetterOrDigit(text[length]) || text[length] is '_' or ':' or '-' or '.'))
        {
            length++;
        }

        return text[..length];
    }

    /// <summary>The offset after a comment, an instruction, a closing tag or a bare bracket.</summary>
    private static int AfterOther(ReadOnlySpan<char> text, int at)
    {
        ReadOnlySpan<char> rest = text[at..];
        return rest.StartsWith("<!--") ? After(text, at + 4, "-->")
            : rest.StartsWith("<![CDATA[") ? After(text, at, "]]>")
            : rest.StartsWith("<?") ? After(text, at, "?>")
            : at + 1;
    }

    /// <summary>The offset after a tag, whose attributes may hold brackets in quotes.</summary>
    private static int AfterTag(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length)
        {
            int next = text[at..].IndexOfAny('>', '"', '\'');
            if (next < 0)
            {
                break;
            }

            at += next + 1;
            if (text[at - 1] == '>')
            {
                return at;
            }

            int close = text[at..].IndexOf(text[at - 1]);
            at = close < 0 ? text.Length : at + close + 1;
        }

        return text.Length;
    }

    private static int After(ReadOnlySpan<char> text, int at, string mark)
    {
        int next = text[at..].IndexOf(mark, StringComparison.OrdinalIgnoreCase);
        return next < 0 ? text.Length : at + next + mark.Length;
    }
}
