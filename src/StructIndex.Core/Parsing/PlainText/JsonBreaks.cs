using System.Buffers;

namespace StructIndex;

/// <summary>Where JSON may be cut: at the keys, or elements, of the outermost object or array.</summary>
internal static class JsonBreaks
{
    private static readonly SearchValues<char> s_marks = SearchValues.Create("{}[],\"/");

    /// <summary>The places, ascending.</summary>
    /// <param name="text">The text; comments are allowed.</param>
    public static List<int> Of(ReadOnlySpan<char> text)
    {
        List<int> breaks = [];
        int depth = 0;
        for (int at = 0; at < text.Length;)
        {
            int next = text[at..].IndexOfAny(s_marks);
            if (next < 0)
            {
                break;
            }

            at += next;
            switch (text[at])
            {
                case '"':
                    at = AfterString(text, at);
                    continue;
                case '/':
                    at = Math.Max(CommentSyntax.C.EndOf(text, at), at + 1);
                    continue;
                case '{' or '[':
                    depth++;
                    break;
                case '}' or ']':
                    depth--;
                    break;
            }

            bool beginsItem = depth == 1 && text[at] is '{' or '[' or ',';
            at++;
            if (beginsItem && depth == 1)
            {
                int content = text[at..].IndexOfAnyExcept(" \t\r\n");
                at = content < 0 ? text.Length : at + content;
                breaks.Add(at);
            }
        }

        return breaks;
    }

    private static int AfterString(ReadOnlySpan<char> text, int at)
    {
        for (at++; at < text.Length; at++)
        {
            int next = text[at..].IndexOfAny('"', '\\');
            if (next < 0)
            {
                break;
            }

            at += next;
            if (text[at] == '"')
            {
                return at + 1;
            }

            at++;
        }

        return text.Length;
    }
}
