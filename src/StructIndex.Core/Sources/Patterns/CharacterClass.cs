namespace StructIndex;

/// <summary>A bracket expression of a wildcard pattern: characters, ranges, POSIX class names, negation by <c>!</c> or <c>^</c>.</summary>
internal static class CharacterClass
{
    /// <summary>
    /// Whether the bracket expression at <paramref name="at"/> holds <paramref name="c"/>; moves past it. Null when it is malformed.
    /// </summary>
    /// <param name="pattern">The whole pattern.</param>
    /// <param name="at">Offset of the opening bracket; afterwards the offset after the closing one.</param>
    /// <param name="c">The character.</param>
    public static bool? Match(ReadOnlySpan<char> pattern, ref int at, char c)
    {
        int i = at + 1;
        bool negated = i < pattern.Length && pattern[i] is '!' or '^';
        if (negated)
        {
            i++;
        }

        bool found = false;
        char? rangeStart = null;
        // The first character is literal even when it is the closing bracket.
        for (int first = i; i < pattern.Length && (pattern[i] != ']' || i == first); i++)
        {
            if (pattern[i] == '[' && i + 1 < pattern.Length && pattern[i + 1] == ':' && ClassEnd(pattern, i + 2) is int end)
            {
                if (IsInClass(pattern[(i + 2)..end], c) is not { } inClass)
                {
                    return null;
                }

                found |= inClass;
                i = end + 1;
                rangeStart = null;
                continue;
            }

            bool isRange = pattern[i] == '-' && rangeStart is not null && i + 1 < pattern.Length && pattern[i + 1] != ']';
            i += isRange ? 1 : 0;
            if (pattern[i] == '\\' && ++i == pattern.Length)
            {
                return null;
            }

            found |= isRange ? c >= rangeStart && c <= pattern[i] : c == pattern[i];
            rangeStart = isRange ? null : pattern[i];
        }

        if (i >= pattern.Length)
        {
            return null;
        }

        at = i + 1;
        return found != negated;
    }

    /// <summary>Offset of the colon that ends a class name, or null when the text up to the next bracket is not one.</summary>
    private static int? ClassEnd(ReadOnlySpan<char> pattern, int start)
    {
        int close = pattern[start..].IndexOf(']');
        return close > 0 && pattern[start + close - 1] == ':' ? start + close - 1 : null;
    }

    private static bool? IsInClass(ReadOnlySpan<char> name, char c) => name switch
    {
        "alnum" => char.IsAsciiLetterOrDigit(c),
        "alpha" => char.IsAsciiLetter(c),
        "blank" => c is ' ' or '\t',
        "cntrl" => c is < ' ' or '\u007f',
        "digit" => char.IsAsciiDigit(c),
        "graph" => c is > ' ' and < '\u007f',
        "lower" => char.IsAsciiLetterLower(c),
        "print" => c is >= ' ' and < '\u007f',
        "punct" => c is > ' ' and < '\u007f' && !char.IsAsciiLetterOrDigit(c),
        "space" => c is ' ' or (>= '\t' and <= '\r'),
        "upper" => char.IsAsciiLetterUpper(c),
        "xdigit" => char.IsAsciiHexDigit(c),
        _ => null,
    };
}
