namespace StructIndex;

/// <summary>
/// Macros that a file defines itself as nothing or as a qualifier of declarations (<c>#define GLAPI extern</c>, <c>#define CALLBACK __stdcall</c>),
/// in capitals: where it uses them, they are no code.
/// </summary>
internal static class CDefinedMacros
{
    /// <summary>So many such macros are looked for in one file.</summary>
    private const int MaxNames = 64;

    /// <summary>The places where such macros are used, and whether one ends with the sign of a pointer.</summary>
    public static List<(int Start, int End, bool IsPointer)> Uses(string text)
    {
        List<(int Start, int End, bool IsPointer)> uses = [];
        foreach ((string name, bool isPointer) in Defined(text))
        {
            for (int at = 0; text.IndexOf(name, at, StringComparison.Ordinal) is >= 0 and var start; at = start + name.Length)
            {
                if (CMacroValues.IsWord(text, start, start + name.Length) && !CMacroValues.IsDirective(text, start))
                {
                    uses.Add((start, start + name.Length, isPointer));
                }
            }
        }

        return uses;
    }

    private static Dictionary<string, bool> Defined(string text)
    {
        Dictionary<string, bool> names = new(StringComparer.Ordinal);
        HashSet<string> known = new(StringComparer.Ordinal);
        foreach ((Stretch macro, Stretch value) in CMacroValues.In(text))
        {
            ReadOnlySpan<char> name = macro.In(text);
            if (name.Length > 1 && !name.ContainsAnyInRange('a', 'z') && CMacroValues.IsQualifier(value.In(text), known.GetAlternateLookup<ReadOnlySpan<char>>()))
            {
                names[name.ToString()] = value.In(text).TrimEnd() is [.., '*'];
                known.Add(name.ToString());
                if (names.Count == MaxNames)
                {
                    break;
                }
            }
        }

        return names;
    }
}
