namespace StructIndex;

/// <summary>Markup of Astro: a script between two lines of dashes, then elements with expressions in braces, which may hold elements.</summary>
internal sealed class AstroMarkup(string text) : MarkupReader(text)
{
    private const string Fence = "---";

    protected override int Begin()
    {
        int open = Text.Length - Text.AsSpan().TrimStart().Length;
        if (!Text.AsSpan(open).StartsWith(Fence, StringComparison.Ordinal))
        {
            return 0;
        }

        int end = After(open + Fence.Length, "\n" + Fence);
        Islands.Keep(open + Fence.Length, end);
        Islands.Blank(Math.Max(open, end - Fence.Length), end);
        End(end - Fence.Length);
        return end;
    }

    protected override bool IsComponent(ReadOnlySpan<char> name) => char.IsAsciiLetterUpper(name[0]) || name.Contains('.');

    protected override int Braces(int open)
    {
        int close = CloseOf(open);
        if (close == Text.Length)
        {
            // A brace that nothing closes is text: the rest is markup still.
            return open + 1;
        }

        Expression(open, close);
        int first = close - Text.AsSpan(open + 1, Math.Max(0, close - open - 1)).TrimStart().Length;
        Islands.Blank(first, Text.AsSpan(first).StartsWith("...", StringComparison.Ordinal) ? first + 3 : first);
        return close + 1;
    }

    protected override void Quoted(ReadOnlySpan<char> name, int open, int close)
    {
    }
}
