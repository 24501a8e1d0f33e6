using System.Buffers;

namespace StructIndex;

/// <summary>Tells hostile nesting before the parser sees it: the parser takes cubic time on some kinds of nested brackets, and cannot be stopped meanwhile.</summary>
internal static class NestingCheck
{
    /// <summary>Brackets open at once beyond which a file is not parsed. People's code stays under 30; nested literals of generated code under 100.</summary>
    public const int MaxDepth = 256;

    /// <summary>The same for square brackets alone, where the parser slows down first: 60 KB a second at this depth, 10 at 50.</summary>
    public const int MaxSquareDepth = 24;

    /// <summary>What deep nesting may cost in all, as the sum of the squared depths of brackets deeper than <see cref="FreeDepth"/>; about 5 s of parsing.</summary>
    private const long MaxCost = 200_000_000;

    private const int FreeDepth = 24;

    private static readonly SearchValues<char> s_signs = SearchValues.Create("()[]{}#");

    /// <summary>Whether brackets or <c>#if</c> are nested deeper, or deep more often, than the parser can take. Text in strings and comments counts too; linear time.</summary>
    public static bool IsTooDeep(ReadOnlySpan<char> text)
    {
        int depth = 0, squares = 0, conditions = 0;
        long cost = 0;
        for (int at = text.IndexOfAny(s_signs); at >= 0; at = text.IndexOfAny(s_signs))
        {
            char sign = text[at];
            text = text[(at + 1)..];
            switch (sign)
            {
                case '(' or '{' or '[':
                    depth++;
                    squares += sign == '[' ? 1 : 0;
                    cost += depth > FreeDepth ? (long)depth * depth : 0;
                    break;
                case '#':
                    ReadOnlySpan<char> directive = text.TrimStart(" \t");
                    conditions += directive.StartsWith("if", StringComparison.Ordinal) ? 1 : directive.StartsWith("endif", StringComparison.Ordinal) && conditions > 0 ? -1 : 0;
                    break;
                default:
                    depth = Math.Max(0, depth - 1);
                    squares -= sign == ']' && squares > 0 ? 1 : 0;
                    break;
            }

            if (depth > MaxDepth || squares > MaxSquareDepth || conditions > MaxDepth || cost > MaxCost)
            {
                return true;
            }
        }

        return false;
    }
}
