namespace StructIndex;

/// <summary>Finds whether a declaration is visible outside, by its modifiers, its name or the section it stands in.</summary>
internal static class Visibility
{
    /// <param name="header">What is written before the name.</param>
    /// <param name="name">The name.</param>
    /// <param name="ofSection">What is said of all that stands here; null where nothing is.</param>
    /// <param name="language">The language.</param>
    public static bool? Of(ReadOnlySpan<char> header, string name, bool? ofSection, TreeSitterLanguage language)
    {
        foreach (Range range in header.SplitAny(" \t\r\n("))
        {
            if (OfWord(header[range], language) is { } said)
            {
                return said;
            }
        }

        return language.IsPublicByName(name) ?? ofSection ?? language.IsPublicByDefault;
    }

    /// <summary>
    /// What the section of a type that a member stands in says of it, or the type says of all its members; null where neither does.
    /// </summary>
    public static bool? OfSection(Entry member, string text, TreeSitterLanguage language)
    {
        if (member.Parent is not { } type)
        {
            return null;
        }

        if (type.Hidden is not null && type.Hidden.Contains(member.NameText))
        {
            return false;
        }

        int section = type.Sections?.FindLastIndex(word => word.Start < member.Name.Start) ?? -1;
        return section >= 0
            ? OfWord(type.Sections![section].In(text), language)
            : language.IsMemberPublicByDefault(type.Kind);
    }

    private static bool? OfWord(ReadOnlySpan<char> word, TreeSitterLanguage language)
        => IsAny(word, language.PrivateWords) ? false : IsAny(word, language.PublicWords) ? true : null;

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
