using System.Text;

namespace StructIndex;

/// <summary>Cleans titles.</summary>
internal static class HeadingText
{
    /// <summary>Titles are cut here; a longer one is a paragraph that looks like a title.</summary>
    private const int MaxLength = 120;

    /// <summary>A title as written has link targets, too.</summary>
    private const int MaxRawLength = 1000;

    /// <summary>A Markdown title without emphasis, code marks, tags and link targets, on one line; empty when nothing is left.</summary>
    /// <param name="title">The title as written.</param>
    public static string OfMarkdown(ReadOnlySpan<char> title)
    {
        // A bracket in code is no tag: `List<T>`.
        ReadOnlySpan<char> start = title[..Math.Min(title.Length, MaxRawLength)];
        return Clean(start.Contains('`') ? start : WithoutTags(start));
    }

    /// <summary>A title without emphasis, code marks and link targets, on one line; empty when nothing is left.</summary>
    /// <param name="title">The title as written.</param>
    public static string Clean(ReadOnlySpan<char> title)
    {
        title = title[..Math.Min(title.Length, MaxRawLength)];
        StringBuilder clean = new(Math.Min(title.Length, MaxLength));
        for (int i = 0; i < title.Length && clean.Length < MaxLength; i++)
        {
            char c = title[i];
            if (c == ']' && i + 1 < title.Length && title[i + 1] is '(' or '[')
            {
                int close = title[i..].IndexOfAny(')', '\n');
                i += Math.Max(close, 0);
            }
            else if (char.IsWhiteSpace(c))
            {
                clean.Append(clean.Length == 0 || clean[^1] == ' ' ? "" : " ");
            }
            else if (c is not ('*' or '`' or '[' or ']' or '\\'))
            {
                clean.Append(c);
            }
        }

        if (clean.Length > 0 && char.IsHighSurrogate(clean[^1]))
        {
            clean.Length--;
        }

        return clean.ToString().Trim();
    }

    /// <summary>The text without the tags in it.</summary>
    /// <param name="title">The title as written.</param>
    public static string WithoutTags(ReadOnlySpan<char> title)
    {
        StringBuilder clean = new(title.Length);
        for (int i = 0; i < title.Length; i++)
        {
            bool isTag = title[i] == '<' && i + 1 < title.Length && (title[i + 1] is '/' or '!' || char.IsAsciiLetterLower(title[i + 1]));
            int close = isTag ? title[i..].IndexOf('>') : -1;
            if (close < 0)
            {
                clean.Append(title[i]);
            }
            else
            {
                i += close;
            }
        }

        return clean.ToString();
    }
}
