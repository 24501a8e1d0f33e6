namespace StructIndex;

/// <summary>
/// Finds words that stand in a row in code as they do in a query, over the ends of lines and of the pieces of a string too.
/// </summary>
internal static class PhraseMatcher
{
    // Between two words of a string that is broken over lines stand its quotes, an operator and the indentation.
    private const int MaxGap = 96;

    /// <summary>
    /// How many of some words, from the first on, stand in a row somewhere in a body; 0 where they are fewer than asked for.
    /// </summary>
    /// <param name="body">The code.</param>
    /// <param name="query">The query.</param>
    /// <param name="words">Its words, from the one that the row starts with.</param>
    /// <param name="ofString">How many do within a string.</param>
    /// <param name="anywhere">How many do anywhere; no more are looked for.</param>
    public static int LongestMatch(ReadOnlySpan<char> body, ReadOnlySpan<char> query, ReadOnlySpan<Range> words, int ofString, int anywhere)
    {
        int longest = 0;
        ReadOnlySpan<char> first = query[words[0]];
        for (int start = body.IndexOf(first); start >= 0 && longest < anywhere;)
        {
            int length = LengthAt(body, start, query, words, anywhere);
            longest = Math.Max(longest, length >= anywhere || (length >= ofString && IsInString(body[..start])) ? length : 0);
            int next = body[(start + 1)..].IndexOf(first);
            start = next < 0 ? -1 : start + 1 + next;
        }

        return longest;
    }

    private static int LengthAt(ReadOnlySpan<char> body, int start, ReadOnlySpan<char> query, ReadOnlySpan<Range> words, int most)
    {
        int length = start > 0 && char.IsLetterOrDigit(body[start - 1]) ? 0 : 1;
        int at = start + query[words[0]].Length;
        while (length > 0 && length < Math.Min(words.Length, most))
        {
            ReadOnlySpan<char> next = query[words[length]], asked = query[words[length - 1].End.Value..words[length].Start.Value];
            int gap = GapLength(body[at..], asked);
            if (gap < 0 || !body[(at + gap)..].StartsWith(next))
            {
                break;
            }

            at += gap + next.Length;
            length++;
        }

        // The last word is whole.
        return length > 0 && at < body.Length && char.IsLetterOrDigit(body[at]) ? length - 1 : length;
    }

    // What stands before the next word, where it is what stands there in the query, or other blanks, or where a string ends and goes on; -1
    // where it is anything else.
    private static int GapLength(ReadOnlySpan<char> body, ReadOnlySpan<char> asked)
    {
        if (body.StartsWith(asked) && body.Length > asked.Length && char.IsLetterOrDigit(body[asked.Length]))
        {
            return asked.Length;
        }

        int quotes = 0, joints = 0, others = 0, at = 0;
        for (; at < body.Length && at < MaxGap; at++)
        {
            char c = body[at];
            if (char.IsLetterOrDigit(c) && (at == 0 || IsWord(body, at)))
            {
                break;
            }

            quotes += c is '"' or '\'' or '`' or '\\' ? 1 : 0;
            joints += c is '\n' or '+' or '.' or '<' or '&' ? 1 : 0;
            others += char.IsWhiteSpace(c) ? 0 : 1;
        }

        return at > 0 && ((quotes > 1 && joints > 0) || (others == 0 && asked.IsWhiteSpace())) ? at : -1;
    }

    // Letters that begin a word: no mark of a string (f"...") and no escape (\n), but a backslash behind a blank goes on with a string.
    private static bool IsWord(ReadOnlySpan<char> body, int at)
    {
        bool isEscape = body[at - 1] == '\\' && (at < 2 || !char.IsWhiteSpace(body[at - 2]));
        return !isEscape && !(at + 1 < body.Length && body[at + 1] is '"' or '\'');
    }

    private static bool IsInString(ReadOnlySpan<char> before)
    {
        ReadOnlySpan<char> line = before[(before.LastIndexOf('\n') + 1)..];
        return line.Count('"') % 2 == 1 || line.Count('\'') % 2 == 1 || line.Count('`') % 2 == 1;
    }
}
