using System.Buffers;

namespace StructIndex;

/// <summary>The macros that a text of C or a relative defines, and which of them only qualify a declaration.</summary>
internal static class CMacroValues
{
    private const string Define = "define";

    /// <summary>What names are made of.</summary>
    public static SearchValues<char> NameCharacters { get; } = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    /// <summary>The name that a text ends with; empty for none.</summary>
    public static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> text) => text[(text.LastIndexOfAnyExcept(NameCharacters) + 1)..];

    /// <summary>What a macro may stand for, beside other such macros, attributes and <c>"C"</c>.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_qualifiers = new HashSet<string>(
        ("extern static inline __inline __inline__ __forceinline __declspec __attribute__ __attribute __stdcall __cdecl __fastcall __vectorcall __thiscall __extension__ __restrict noexcept const volatile "
            + "constexpr _Noreturn WINAPI CALLBACK APIENTRY").Split(' '),
        StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The macros defined, each with what it stands for up to the end of the line, which begins with a parenthesis where it takes arguments.</summary>
    public static IEnumerable<(Stretch Name, Stretch Value)> In(string text)
    {
        for (int at = 0; text.IndexOf(Define, at, StringComparison.Ordinal) is >= 0 and var found;)
        {
            at = found + Define.Length;
            int end = text.AsSpan(at).IndexOfAny('\r', '\n');
            end = end < 0 ? text.Length : at + end;
            int start = end - text.AsSpan(at, end - at).TrimStart(" \t").Length;
            int after = text.AsSpan(start, end - start).IndexOfAnyExcept(NameCharacters);
            after = after < 0 ? end : start + after;
            if (start > at && after > start && IsDirective(text, found))
            {
                yield return (new Stretch(start, after), new Stretch(after, end));
            }
        }
    }

    /// <summary>Whether a value is words that qualify a declaration or nothing; comments do not count.</summary>
    /// <param name="value">What a macro stands for.</param>
    /// <param name="known">Names of macros that qualify.</param>
    public static bool IsQualifier(ReadOnlySpan<char> value, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> known)
    {
        value = WithoutComment(value);
        bool hasArguments = false;
        for (int at = 0; at < value.Length;)
        {
            ReadOnlySpan<char> rest = value[at..];
            int end = rest.IndexOfAnyExcept(NameCharacters);
            ReadOnlySpan<char> word = end < 0 ? rest : rest[..end];
            if (!word.IsEmpty)
            {
                if (!s_qualifiers.Contains(word) && !known.Contains(word))
                {
                    return false;
                }

                hasArguments = word is "__attribute__" or "__attribute" or "__declspec";
                at += word.Length;
                continue;
            }

            // Attributes may say anything; "C" is the language of what is extern.
            int length = rest[0] switch
            {
                '(' when hasArguments => Brackets.Close(rest, 0) + 1,
                '[' when rest.StartsWith("[[", StringComparison.Ordinal) => rest.IndexOf("]]", StringComparison.Ordinal) is > 0 and var close ? close + 2 : 0,
                '"' when rest.StartsWith("\"C\"", StringComparison.Ordinal) => 3,
                ' ' or '\t' or '*' => 1,
                _ => 0,
            };
            if (length == 0)
            {
                return false;
            }

            at += length;
        }

        return true;
    }

    /// <summary>What a macro stands for, without blanks around and a comment behind it.</summary>
    public static ReadOnlySpan<char> WithoutComment(ReadOnlySpan<char> value)
    {
        int comment = value.IndexOf("//", StringComparison.Ordinal) is >= 0 and var line ? line : value.IndexOf("/*", StringComparison.Ordinal);
        return (comment < 0 ? value : value[..comment]).Trim();
    }

    /// <summary>Whether a place is on a line of the preprocessor.</summary>
    public static bool IsDirective(ReadOnlySpan<char> text, int at)
    {
        int line = text[..at].LastIndexOfAny('\r', '\n') + 1;
        return text[line..at].TrimStart(" \t") is ['#', ..];
    }

    /// <summary>Whether a stretch of a text is a whole word.</summary>
    public static bool IsWord(ReadOnlySpan<char> text, int start, int end) =>
        (start == 0 || !NameCharacters.Contains(text[start - 1])) && (end == text.Length || !NameCharacters.Contains(text[end]));
}
