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
        List<int> starts = breaks.FindAll(start => file.Text.AsSpan(start) is ['<', 'h' or 'H', >= '1' and <= '6', ..]);
        for (int i = 0; i < starts.Count; i++)
        {
            // One that is not closed ends where the next begins, as browsers have it.
            int start = starts[i], next = i + 1 < starts.Count ? starts[i + 1] : int.MaxValue;
            ReadOnlySpan<char> text = file.Text.AsSpan(start, Math.Min(Math.Min(MaxLength, next - start), file.Text.Length - start));
            int content = text.IndexOf('>') + 1;
            int close = text.IndexOf("</h", StringComparison.OrdinalIgnoreCase) is >= 0 and int closed ? closed : next - start;
            if (content > 0 && close > content && close <= text.Length && HeadingText.Clean(WebUtility.HtmlDecode(HeadingText.WithoutTags(text[content..close]))) is { Length: > 0 } name)
            {
                headings.Add(new Heading(text[2] - '0', name, start, start + close));
            }
        }

        return headings;
    }
}
