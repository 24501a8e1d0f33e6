namespace StructIndex;

/// <summary>Calls in the bodies of macros, which the parser reads as text alone.</summary>
internal static class MacroCalls
{
    /// <summary>Words before a parenthesis that call nothing.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_words =
        new HashSet<string>(["if", "for", "while", "switch", "return", "sizeof", "defined", "typeof", "__typeof__", "__attribute__", "alignof"], StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds what macros call: names before a parenthesis that are no parameter of the macro and no part of a pasted name.</summary>
    public static void Add(string text, FileFacts facts)
    {
        foreach (Entry macro in facts.Entries.Values.Where(entry => entry.Kind == UnitKind.Macro && !entry.Body.IsNone))
        {
            Add(text, macro, facts.Uses);
        }
    }

    private static void Add(string text, Entry macro, List<Use> uses)
    {
        ReadOnlySpan<char> parameters = text.AsSpan(macro.Name.End, macro.Body.Start - macro.Name.End);
        for (int at = macro.Body.Start; at < macro.Body.End; at++)
        {
            int start = at;
            while (at < macro.Body.End && IsName(text[at]))
            {
                at++;
            }

            ReadOnlySpan<char> name = text.AsSpan(start, at - start);
            bool isCall = name.Length > 0 && !char.IsAsciiDigit(name[0]) && text.AsSpan(at, macro.Body.End - at).TrimStart(" \t") is ['(', ..];
            if (isCall && text.AsSpan(macro.Body.Start, start - macro.Body.Start).TrimEnd(" \t") is not [.., '#' or '.' or '>'] && !s_words.Contains(name)
                && !name.SequenceEqual(macro.Name.In(text)) && !HasWord(parameters, name))
            {
                uses.Add(new Use(CaptureRole.Call, start, at, Pattern: 0, Stretch.None));
            }
        }
    }

    private static bool HasWord(ReadOnlySpan<char> text, ReadOnlySpan<char> word)
    {
        for (int at = 0; text[at..].IndexOf(word) is >= 0 and var found; at++)
        {
            at += found;
            if ((at == 0 || !IsName(text[at - 1])) && (at + word.Length == text.Length || !IsName(text[at + word.Length])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsName(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
