namespace StructIndex;

/// <summary>Markup of Svelte: expressions in braces, blocks such as <c>{#if}</c>, tags such as <c>{@render}</c>.</summary>
internal sealed class SvelteMarkup(string text) : MarkupReader(text)
{
    protected override bool IsComponent(ReadOnlySpan<char> name) => char.IsAsciiLetterUpper(name[0]) || name.Contains('.');

    protected override int Braces(int open)
    {
        int close = CloseOf(open);
        ReadOnlySpan<char> inside = Text.AsSpan(open + 1, Math.Max(0, close - open - 1));
        int word = inside.IndexOfAny(" \t\r\n");
        int start = open + 1 + (word < 0 ? inside.Length : word);
        if (inside is ['@', ..])
        {
            Block(open, close);
            Islands.Blank(open + 1, start);
        }
        else if (inside is ['#', ..] && !inside.StartsWith("#snippet", StringComparison.Ordinal))
        {
            int end = inside.IndexOf(inside.StartsWith("#each", StringComparison.Ordinal) ? " as " : " then ", StringComparison.Ordinal);
            Expression(open, close);
            Islands.Blank(open + 1, start);
            Islands.Blank(end < 0 ? close : open + 1 + end, close);
        }
        else if (inside.StartsWith(":else if ", StringComparison.Ordinal))
        {
            Expression(open, close);
            Islands.Blank(open + 1, open + 1 + ":else if".Length);
        }
        else if (inside is not (['#' or ':' or '/', ..]))
        {
            int dots = inside.TrimStart().StartsWith("...", StringComparison.Ordinal) ? Text.IndexOf("...", open, StringComparison.Ordinal) : -1;
            Expression(open, close);
            Islands.Blank(dots, dots < 0 ? -1 : dots + 3);
        }

        return close + 1;
    }

    protected override int Braced(ReadOnlySpan<char> name, int open)
    {
        if (!name.StartsWith("on", StringComparison.Ordinal))
        {
            return Braces(open);
        }

        int close = CloseOf(open);
        Block(open, close);
        return close + 1;
    }

    protected override void Quoted(ReadOnlySpan<char> name, int open, int close)
    {
        for (int at = open; at < close;)
        {
            int brace = Text.IndexOf('{', at, close - at);
            at = brace < 0 ? close : Braced(name, brace);
        }
    }
}
