namespace StructIndex;

/// <summary>Finds brackets that belong together.</summary>
public static class Brackets
{
    /// <summary>
    /// Offset of the parenthesis that closes the one at an offset; -1 where none does. Strings and comments count like code.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="open">Offset of the opening parenthesis.</param>
    public static int Close(ReadOnlySpan<char> text, int open)
    {
        int depth = 0;
        for (int at = open; at >= 0 && at < text.Length; at++)
        {
            depth += text[at] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth <= 0)
            {
                return depth == 0 && at > open ? at : -1;
            }
        }

        return -1;
    }

    /// <summary>The offset after the parenthesis that closes the one at an offset; the end of the text where none does.</summary>
    /// <param name="text">The text.</param>
    /// <param name="open">Offset of the opening parenthesis.</param>
    public static int After(ReadOnlySpan<char> text, int open) => Close(text, open) is >= 0 and var close ? close + 1 : text.Length;

    /// <summary>Offset of the parenthesis that opens the one that a text ends with; -1 where none does.</summary>
    /// <param name="text">The text.</param>
    public static int OpenOfLast(ReadOnlySpan<char> text)
    {
        int depth = 0;
        for (int at = text.Length - 1; at >= 0; at--)
        {
            depth += text[at] switch { ')' => 1, '(' => -1, _ => 0 };
            if (depth == 0)
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>
    /// The items of a list in brackets, split at its own commas; those in strings and in brackets of any kind inside it do not count.
    /// </summary>
    /// <param name="text">The text, from the opening bracket on.</param>
    public static List<string> Items(ReadOnlySpan<char> text)
    {
        List<string> items = [];
        int depth = 0, start = 1;
        for (int end = 0; end < text.Length; end++)
        {
            char c = text[end];
            if (c is '"' or '\'')
            {
                int close = text[(end + 1)..].IndexOf(c);
                end += close < 0 ? 0 : close + 1;
                continue;
            }

            depth += c is '(' or '[' or '{' ? 1 : c is ')' or ']' or '}' ? -1 : 0;
            if (depth == 0 || (depth == 1 && c == ','))
            {
                ReadOnlySpan<char> item = text[start..end].Trim();
                if (item.Length > 0)
                {
                    items.Add(item.ToString());
                }

                start = end + 1;
                if (depth == 0)
                {
                    break;
                }
            }
        }

        return items;
    }
}
