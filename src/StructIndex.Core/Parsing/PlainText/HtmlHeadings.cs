using System.Net;

namespace StructIndex;

/// <summary>Headings of HTML: <c>h1</c> to <c>h6</c>.</summary>
internal static class HtmlHeadings
{
    /// <summary>A heading that is longer, markup included, is none.</summary>
    private const int MaxLength = 1000;

    /// <summary>The headings, by offset.</summary>
    /// <param name="file">The file.</param>
    /// <param name="breaks">Where headings and landmarks begin, from <see cref="MarkupBreaks.OfHtml"/>.</param>
    public static List<Heading> Of(SourceFile file, List<int> breaks)
    {
        List<Heading> headings = [];
        foreach (int start in breaks)
        {
            ReadOnlySpan<char> text = file.Text.AsSpan(start, Math.Min(MaxLength, file.Text.Length - start));
            if (text.Length < 4 || text[1] is not ('h' or 'H') || text[2] is not (>= '1' and <= '6'))
            {
                continue;
            }

            int content = text.IndexOf('>') + 1;
            int close = text.IndexOf("</h", StringComparison.OrdinalIgnoreCase);
            if (content > 0 && close > content && HeadingText.Clean(WebUtility.HtmlDecode(HeadingText.WithoutTags(text[content..close]))) is { Length: > 0 } name)
            {
                headings.Add(new Heading(text[2] - '0', name, start, start + close));
            }
        }

        return headings;
    }
}
