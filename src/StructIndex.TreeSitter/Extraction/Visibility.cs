namespace StructIndex;

/// <summary>Tells whether a declaration is visible outside, by its modifiers or its name, as its language's definition says.</summary>
internal static class Visibility
{
    public static bool? Of(ReadOnlySpan<char> header, string name, LanguageDefinition language)
    {
        foreach (Range range in header.SplitAny(" \t\r\n("))
        {
            ReadOnlySpan<char> word = header[range];
            if (IsAny(word, language.Private))
            {
                return false;
            }

            if (IsAny(word, language.Public))
            {
                return true;
            }
        }

        bool dunder = name.StartsWith("__", StringComparison.Ordinal) && name.EndsWith("__", StringComparison.Ordinal);
        return language.Naming switch
        {
            "underscore" when name[0] is '_' or '#' && !dunder => false,
            "capital" => char.IsUpper(name[0]),
            _ => language.Default switch { "public" => true, "private" => false, _ => null },
        };
    }

    private static bool IsAny(ReadOnlySpan<char> word, string[] words)
    {
        foreach (string candidate in words)
        {
            if (word.SequenceEqual(candidate))
            {
                return true;
            }
        }

        return false;
    }
}
