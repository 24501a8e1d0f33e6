namespace StructIndex;

/// <summary>Splits a long text at the ends of its lines.</summary>
internal static class TokenWindows
{
    /// <summary>Windows of tokens, in order, without overlap.</summary>
    /// <param name="tokens">The tokens of a text, without special tokens.</param>
    /// <param name="text">The text.</param>
    /// <param name="first">Most tokens of the first window.</param>
    /// <param name="room">Most tokens of the others.</param>
    public static List<Range> Split(IReadOnlyList<HubToken> tokens, string text, int first, int room)
    {
        List<Range> windows = [];
        for (int start = 0; start < tokens.Count;)
        {
            int most = start == 0 ? first : room;
            int end = start + most >= tokens.Count ? tokens.Count : Best(tokens, text, start + Math.Max(most / 2, 1), start + most);
            windows.Add(start..end);
            start = end;
        }

        return windows;
    }

    // The best place to begin a window with: after a blank line, where code is least indented, else at any line, else at any blank; the
    // last of equals.
    private static int Best(IReadOnlyList<HubToken> tokens, string text, int from, int to)
    {
        int best = to, score = int.MaxValue;
        for (int i = from; i <= to; i++)
        {
            int now = Cost(text.AsSpan(tokens[i - 1].End..Math.Max(tokens[i].Start, tokens[i - 1].End)), text, tokens[i].Start);
            if (now <= score)
            {
                (best, score) = (i, now);
            }
        }

        return best;
    }

    private static int Cost(ReadOnlySpan<char> gap, string text, int start)
    {
        // Byte-level tokens hold the white space before them.
        int end = start;
        while (end < text.Length && char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        string between = string.Concat(gap, text.AsSpan(start, end - start));
        int line = between.LastIndexOf('\n');
        if (line < 0)
        {
            return between.Length > 0 ? 10_000 : 20_000;
        }

        int indent = between.Length - line - 1;
        return (between.AsSpan().Count('\n') > 1 ? 0 : 1_000) + Math.Min(indent, 900);
    }
}
