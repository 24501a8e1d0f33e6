using System.Buffers;

namespace StructIndex;

/// <summary>
/// Macros that a file defines itself as nothing or as a qualifier of declarations (<c>#define GLAPI extern</c>, <c>#define CALLBACK __stdcall</c>),
/// whatever they are called: where it uses them, they are no code.
/// </summary>
internal static class CDefinedMacros
{
    /// <summary>So many such macros are looked for in one file.</summary>
    private const int MaxNames = 64;

    private const string Define = "define";

    private static readonly SearchValues<char> s_name = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    /// <summary>What a macro may stand for, beside other such macros and what is in parentheses.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_qualifiers = new HashSet<string>(
        ("extern static inline __inline __inline__ __forceinline __declspec __attribute__ __attribute __stdcall __cdecl __fastcall __vectorcall __thiscall __extension__ __restrict noexcept const volatile "
            + "WINAPI CALLBACK APIENTRY visibility default dllexport dllimport noreturn always_inline noinline unused used weak").Split(' '),
        StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The places where such macros are used, and whether one ends with the sign of a pointer.</summary>
    public static List<(int Start, int End, bool IsPointer)> Uses(ReadOnlySpan<char> text)
    {
        List<(int Start, int End, bool IsPointer)> uses = [];
        foreach ((string name, bool isPointer) in Defined(text))
        {
            for (int at = 0; text[at..].IndexOf(name, StringComparison.Ordinal) is >= 0 and var found; at += found + name.Length)
            {
                int start = at + found, end = start + name.Length;
                bool isWord = (start == 0 || !IsName(text[start - 1])) && (end == text.Length || !IsName(text[end]));
                if (isWord && !IsDirective(text, start))
                {
                    uses.Add((start, end, isPointer));
                }
            }
        }

        return uses;
    }

    private static Dictionary<string, bool> Defined(ReadOnlySpan<char> text)
    {
        Dictionary<string, bool> names = new(StringComparer.Ordinal);
        for (int at = 0; names.Count < MaxNames && text[at..].IndexOf(Define, StringComparison.Ordinal) is >= 0 and var found;)
        {
            at += found + Define.Length;
            int length = text[at..].IndexOfAny('\r', '\n');
            ReadOnlySpan<char> line = length < 0 ? text[at..] : text.Slice(at, length);
            ReadOnlySpan<char> rest = line.TrimStart(" \t");
            int end = rest.IndexOfAnyExcept(s_name);
            ReadOnlySpan<char> name = end < 0 ? rest : rest[..end];
            ReadOnlySpan<char> value = end < 0 ? [] : rest[end..];
            bool isMacro = rest.Length < line.Length && name.Length > 1 && !name.ContainsAnyInRange('a', 'z') && value is not ['(', ..] && IsDirective(text, at - Define.Length);
            if (isMacro && IsQualifier(value, names))
            {
                names[name.ToString()] = value.TrimEnd() is [.., '*'];
            }
        }

        return names;
    }

    /// <summary>Whether all words of a value qualify a declaration; comments do not count.</summary>
    private static bool IsQualifier(ReadOnlySpan<char> value, Dictionary<string, bool> names)
    {
        int comment = value.IndexOf("//", StringComparison.Ordinal) is >= 0 and var line ? line : value.IndexOf("/*", StringComparison.Ordinal);
        value = comment < 0 ? value : value[..comment];
        for (int at = 0; at < value.Length;)
        {
            ReadOnlySpan<char> rest = value[at..];
            int end = rest.IndexOfAnyExcept(s_name);
            ReadOnlySpan<char> word = end < 0 ? rest : rest[..end];
            if (word.IsEmpty ? rest[0] is not (' ' or '\t' or '(' or ')' or '*' or ',' or '"' or '[' or ']') : !(s_qualifiers.Contains(word) || names.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(word)))
            {
                return false;
            }

            at += Math.Max(1, word.Length);
        }

        return true;
    }

    /// <summary>Whether a place is on a line of the preprocessor.</summary>
    private static bool IsDirective(ReadOnlySpan<char> text, int at)
    {
        int line = text[..at].LastIndexOfAny('\r', '\n') + 1;
        return text[line..at].TrimStart(" \t") is ['#', ..];
    }

    private static bool IsName(char c) => s_name.Contains(c);
}
