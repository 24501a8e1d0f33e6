using System.Buffers;

namespace StructIndex;

/// <summary>
/// Matches paths against wildcards as git does (<c>gitignore(5)</c>): <c>*</c> and <c>?</c> stay within a path segment,
/// <c>**</c> as a whole segment spans any number of them, <c>[a-z]</c>, <c>[!a]</c> and <c>[[:digit:]]</c> match one character,
/// a backslash takes the next character literally. Only the last star of each sort is ever tried again, so that time is
/// bounded by pattern length times path length times segments.
/// </summary>
internal static class Wildcards
{
    private const int None = -1;

    private static readonly SearchValues<char> s_specials = SearchValues.Create("*?[\\");

    /// <summary>Length of the part before the first character that is not taken literally.</summary>
    /// <param name="pattern">The pattern.</param>
    public static int LiteralLength(ReadOnlySpan<char> pattern)
    {
        int special = pattern.IndexOfAny(s_specials);
        return special < 0 ? pattern.Length : special;
    }

    /// <summary>
    /// Whether the pattern matches the whole text. A malformed pattern (an open bracket, a last backslash) matches nothing.
    /// </summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="text">A path, separated by <c>/</c>.</param>
    /// <param name="orBelow">Whether a folder that holds the path may match in its place.</param>
    public static bool IsMatch(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text, bool orBelow = false)
    {
        if (!orBelow && pattern.StartsWith('*') && pattern[1..].IndexOfAny(s_specials) < 0)
        {
            // *.cs, by far the commonest
            return text.EndsWith(pattern[1..]) && !text[..^(pattern.Length - 1)].Contains('/');
        }

        int at = 0, here = 0;
        int star = None, starFrom = 0;
        int segments = None, segmentsFrom = 0;
        while (true)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                int next = at + 1;
                while (next < pattern.Length && pattern[next] == '*')
                {
                    next++;
                }

                if (next - at > 1 && IsWholeSegment(pattern, at, next))
                {
                    if (next == pattern.Length)
                    {
                        return true;
                    }

                    (segments, segmentsFrom, star) = (next + 1, here, None);
                    at = segments;
                }
                else
                {
                    (star, starFrom) = (next, here);
                    at = next;
                }

                continue;
            }

            if (at == pattern.Length ? here == text.Length || (orBelow && text[here] == '/') : here < text.Length)
            {
                if (at == pattern.Length)
                {
                    return true;
                }

                switch (MatchOne(pattern, ref at, text[here]))
                {
                    case null:
                        return false;
                    case true:
                        here++;
                        continue;
                }
            }

            if (star != None && starFrom < text.Length && text[starFrom] != '/')
            {
                here = ++starFrom;
                at = star;
                continue;
            }

            int slash = segments == None ? None : text[segmentsFrom..].IndexOf('/');
            if (slash == None)
            {
                return false;
            }

            segmentsFrom += slash + 1;
            (here, at, star) = (segmentsFrom, segments, None);
        }
    }

    private static bool IsWholeSegment(ReadOnlySpan<char> pattern, int start, int end) =>
        (start == 0 || pattern[start - 1] == '/') && (end == pattern.Length || pattern[end] == '/');

    /// <summary>
    /// Matches one character against the element at <paramref name="at"/> and moves past it; null when the pattern is malformed.
    /// </summary>
    private static bool? MatchOne(ReadOnlySpan<char> pattern, ref int at, char c)
    {
        switch (pattern[at])
        {
            case '?':
                at++;
                return c != '/';
            case '[':
                return CharacterClass.Match(pattern, ref at, c) is { } matched ? matched && c != '/' : null;
            case '\\':
                if (at + 1 == pattern.Length)
                {
                    return null;
                }

                at += 2;
                return pattern[at - 1] == c;
            default:
                return pattern[at++] == c;
        }
    }
}
