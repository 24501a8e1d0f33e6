using System.Buffers;

namespace StructIndex;

/// <summary>Where a style sheet may be cut: at its outermost rules, each with the comment above it.</summary>
internal static class CssBreaks
{
    private static readonly SearchValues<char> s_marks = SearchValues.Create("{};\"'/");

    /// <summary>The places, ascending.</summary>
    /// <param name="text">The text.</param>
    public static List<int> Of(ReadOnlySpan<char> text)
    {
        List<int> breaks = [];
        int depth = 0;
        bool isBetween = true;
        for (int at = 0; at < text.Length;)
        {
            if (isBetween)
            {
                int content = text[at..].IndexOfAnyExcept(" \t\r\n}");
                if (content < 0)
                {
                    break;
                }

                at += content;
                breaks.Add(at);
                isBetween = false;
            }

            int next = text[at..].IndexOfAny(s_marks);
            if (next < 0)
            {
                break;
            }

            at += next;
            char mark = text[at];
            if (mark is '"' or '\'')
            {
                // A string ends with its line at the latest.
                int end = text[(at + 1)..].IndexOfAny(mark, '\n');
                at = end < 0 ? text.Length : at + end + 2;
                continue;
            }

            if (mark == '/')
            {
                int end = text[at..].StartsWith("/*") ? text[at..].IndexOf("*/") : -2;
                at = end == -2 ? at + 1 : end < 0 ? text.Length : at + end + 2;
                continue;
            }

            depth = mark switch { '{' => depth + 1, '}' => Math.Max(0, depth - 1), _ => depth };
            isBetween = depth == 0 && mark != '{';
            at++;
        }

        return breaks;
    }
}
