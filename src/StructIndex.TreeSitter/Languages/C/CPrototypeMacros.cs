namespace StructIndex;

/// <summary>
/// Hides macros around the parameters of a function, by which old code has prototypes where a compiler knows them:
/// <c>int open OF((const char *path));</c> is <c>int open (const char *path);</c>. Such a macro is in capitals and takes the parameters with
/// their own parentheses.
/// </summary>
internal static class CPrototypeMacros
{
    /// <summary>How long the parameters may be.</summary>
    private const int MaxLength = 2000;

    /// <summary>The text with blanks in place of the macros and their parentheses.</summary>
    public static string Mask(string source)
    {
        char[]? masked = null;
        ReadOnlySpan<char> text = source;
        for (int at = 0; text[at..].IndexOf("((", StringComparison.Ordinal) is >= 0 and var found; at += 2)
        {
            at += found;
            ReadOnlySpan<char> before = text[..at].TrimEnd(" \t");
            ReadOnlySpan<char> macro = CMacroValues.LastWord(before);
            if (macro.Length < 2 || macro.ContainsAnyInRange('a', 'z') || !DeclaresFunction(before[..^macro.Length]))
            {
                continue;
            }

            ReadOnlySpan<char> arguments = text.Slice(at, Math.Min(MaxLength, text.Length - at));
            int close = Brackets.Close(arguments, 0);
            if (close > 0 && Brackets.Close(arguments, 1) == close - 1 && arguments[(close + 1)..].TrimStart() is [';' or '{', ..])
            {
                masked ??= text.ToArray();
                masked.AsSpan(before.Length - macro.Length, macro.Length).Fill(' ');
                masked[at] = masked[at + close] = ' ';
            }
        }

        return masked is null ? source : new string(masked);
    }

    /// <summary>Whether a type and a name stand here.</summary>
    private static bool DeclaresFunction(ReadOnlySpan<char> head)
    {
        ReadOnlySpan<char> trimmed = head.TrimEnd(" \t");
        ReadOnlySpan<char> name = CMacroValues.LastWord(trimmed);
        return trimmed.Length < head.Length && !name.IsEmpty && !CUnknownWords.IsKeyword(name)
            && trimmed[..^name.Length].TrimEnd() is [.., var type] && (type == '*' || char.IsAsciiLetterOrDigit(type) || type == '_');
    }
}
