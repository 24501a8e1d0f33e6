namespace StructIndex;

/// <summary>
/// Blanks the directives of conditional compilation (<c>#if</c>, <c>#else</c>, <c>#endif</c>), so that every branch is read as code.
/// </summary>
internal static class ConditionalDirectives
{
    /// <summary>The text with blanks in place of directives.</summary>
    /// <param name="text">The text.</param>
    /// <param name="bothBranchesOnly">
    /// Only those whose other branches begin with a declaration at the start of a line: Haskell's grammar reads the rest well.
    /// </param>
    public static string Mask(string text, bool bothBranchesOnly)
    {
        if (!text.Contains("#if", StringComparison.Ordinal))
        {
            return text;
        }

        char[] masked = text.ToCharArray();
        Stack<(List<Range> Directives, bool Blank)> open = new();
        bool afterElse = false;
        foreach (Range range in text.AsSpan().Split('\n'))
        {
            ReadOnlySpan<char> line = text.AsSpan(range);
            ReadOnlySpan<char> word = line.TrimStart();
            if (afterElse && !word.IsEmpty && open.Count > 0 && word[0] != '#')
            {
                (List<Range> directives, bool blank) = open.Pop();
                open.Push((directives, blank || (word.Length == line.Length && (char.IsLetter(word[0]) || word.StartsWith("--", StringComparison.Ordinal)))));
                afterElse = false;
            }

            if (word.StartsWith("#if", StringComparison.Ordinal))
            {
                open.Push(([range], !bothBranchesOnly));
            }
            else if (open.Count > 0 && word.StartsWith("#el", StringComparison.Ordinal))
            {
                open.Peek().Directives.Add(range);
                afterElse = true;
            }
            else if (open.Count > 0 && word.StartsWith("#endif", StringComparison.Ordinal))
            {
                afterElse = false;
                (List<Range> directives, bool blank) = open.Pop();
                foreach (Range directive in blank ? [.. directives, range] : (List<Range>)[])
                {
                    BlankWords(masked.AsSpan(directive));
                }
            }
        }

        return new string(masked);
    }

    private static void BlankWords(Span<char> line)
    {
        foreach (ref char c in line)
        {
            c = c == '\r' ? c : ' ';
        }
    }
}
