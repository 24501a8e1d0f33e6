using System.Buffers;

namespace StructIndex;

/// <summary>
/// What the parser is given to read. Where a grammar does not know a construct of its language and would lose the code
/// around it, the construct is overwritten by one of the same length, so that every offset holds.
/// </summary>
internal static class ParserText
{
    private static readonly SearchValues<char> s_expansionMarks = SearchValues.Create("{}();\n\\");

    /// <summary>The text to parse: that of the file, or one of the same length.</summary>
    public static string Of(SourceFile file, CancellationToken cancellationToken = default) => file.Language switch
    {
        "bash" => MaskExpansions(BatsTests.Applies(file) ? BatsTests.Mask(file.Text) : file.Text),
        "swift" => MaskDirectives(file.Text, bothBranchesOnly: false),
        "haskell" => MaskDirectives(file.Text, bothBranchesOnly: true),
        "c" or "cpp" or "objc" => CMacros.Mask(file.Text, cancellationToken),
        _ => file.Text,
    };

    /// <summary>A semicolon inside <c>${name:+text}</c> ends the string it stands in for the grammar of Bash, and with it the function.</summary>
    private static string MaskExpansions(string text)
    {
        char[]? masked = null;
        int from = 0;
        while (text.IndexOf("${", from, StringComparison.Ordinal) is >= 0 and var start)
        {
            // True for each open "${", false for each open "(".
            Stack<bool> open = new([true]);
            int at = start + 2;
            while (open.Count > 0 && text.AsSpan(at).IndexOfAny(s_expansionMarks) is >= 0 and var skip && text[at + skip] != '\n')
            {
                at += skip;
                switch (text[at])
                {
                    case '\\':
                        at = Math.Min(at + 1, text.Length - 1);
                        break;
                    case '{' when text[at - 1] == '$':
                        open.Push(true);
                        break;
                    case '(':
                        open.Push(false);
                        break;
                    case '}' when open.Peek():
                    case ')' when !open.Peek():
                        open.Pop();
                        break;
                    case ';' when open.Peek():
                        (masked ??= text.ToCharArray())[at] = ',';
                        break;
                    default:
                        break;
                }

                at++;
            }

            from = at;
        }

        return masked is null ? text : new string(masked);
    }

    /// <summary>
    /// Blanks the directives of conditional compilation, so that every branch is read as code.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="bothBranchesOnly">Only those whose other branches begin with a declaration at the start of a line: Haskell's grammar reads the rest well.</param>
    private static string MaskDirectives(string text, bool bothBranchesOnly)
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
