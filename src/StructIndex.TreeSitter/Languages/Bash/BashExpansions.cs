using System.Buffers;

namespace StructIndex;

/// <summary>A semicolon inside <c>${name:+text}</c> ends the string around it for the grammar of Bash, and with it the function.</summary>
internal static class BashExpansions
{
    private static readonly SearchValues<char> s_marks = SearchValues.Create("{}();\n\\");

    /// <summary>The text with a comma in place of each such semicolon.</summary>
    public static string Mask(string text)
    {
        char[]? masked = null;
        int from = 0;
        while (text.IndexOf("${", from, StringComparison.Ordinal) is >= 0 and var start)
        {
            // True for each open "${", false for each open "(".
            Stack<bool> open = new([true]);
            int at = start + 2;
            while (open.Count > 0 && text.AsSpan(at).IndexOfAny(s_marks) is >= 0 and var skip && text[at + skip] != '\n')
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
}
