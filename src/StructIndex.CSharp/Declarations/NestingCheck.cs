namespace StructIndex;

/// <summary>Tells hostile nesting before the parser sees it: the parser takes cubic time on some kinds of nested brackets.</summary>
internal static class NestingCheck
{
    /// <summary>Brackets open at once beyond which a file is not parsed. People's code stays under 30; nested literals of generated code under 100.</summary>
    public const int MaxDepth = 256;

    private static readonly System.Buffers.SearchValues<char> s_brackets = System.Buffers.SearchValues.Create("()[]{}");

    /// <summary>Whether more brackets than <see cref="MaxDepth"/> are open at some point. Text in strings and comments counts too; linear time.</summary>
    public static bool IsTooDeep(ReadOnlySpan<char> text)
    {
        int depth = 0;
        for (int at = text.IndexOfAny(s_brackets); at >= 0; at = text.IndexOfAny(s_brackets))
        {
            depth = text[at] is '(' or '[' or '{' ? depth + 1 : Math.Max(0, depth - 1);
            if (depth > MaxDepth)
            {
                return true;
            }

            text = text[(at + 1)..];
        }

        return false;
    }
}
