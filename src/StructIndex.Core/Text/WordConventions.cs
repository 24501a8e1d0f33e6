using System.Collections.Frozen;

namespace StructIndex;

/// <summary>Tells the parts that words play, from the resource <c>conventions.tsv</c>.</summary>
internal static class WordConventions
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> s_words = DataTable.Rows("conventions.tsv")
        .ToFrozenDictionary(row => row[0], row => row[1].Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase), StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_hungarian = s_words["hungarian"].GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_async = s_words["async"].GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_role = s_words["role"].GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The part a word plays.</summary>
    /// <param name="text">The identifier.</param>
    /// <param name="start">Where the word begins.</param>
    /// <param name="end">Where it ends.</param>
    public static WordRole RoleOf(ReadOnlySpan<char> text, int start, int end)
    {
        ReadOnlySpan<char> word = text[start..end];
        if (IsHungarian(text, start, end) && FollowsPrefixes(text, start))
        {
            return WordRole.HungarianPrefix;
        }

        if (start == 0 && word is "I" or "use" && LetterClasses.At(text, end, out _) == LetterClass.Upper)
        {
            return word is "I" ? WordRole.InterfacePrefix : WordRole.HookPrefix;
        }

        bool isLast = start > 0 && !IdentifierWords.Split(text[end..]).MoveNext();
        return !isLast ? WordRole.Name : s_async.Contains(word) ? WordRole.AsyncSuffix : s_role.Contains(word) ? WordRole.RoleSuffix : WordRole.Name;
    }

    /// <summary><c>m_name</c>, <c>dwSize</c>: one letter before an underscore, or a known prefix before a capital.</summary>
    private static bool IsHungarian(ReadOnlySpan<char> text, int start, int end)
    {
        ReadOnlySpan<char> word = text[start..end];
        return char.IsAsciiLetterLower(word[0]) && s_hungarian.Contains(word) && LetterClasses.At(text, end, out _) switch
        {
            LetterClass.Upper => true,
            LetterClass.Separator => start == 0 && word.Length == 1 && end + 1 < text.Length && text[end] == '_',
            _ => false,
        };
    }

    private static bool FollowsPrefixes(ReadOnlySpan<char> text, int start)
    {
        IdentifierWordEnumerator words = IdentifierWords.Split(text);
        while (words.MoveNext())
        {
            (int from, int length) = words.CurrentRange.GetOffsetAndLength(text.Length);
            if (from >= start || !IsHungarian(text, from, from + length))
            {
                return from >= start;
            }
        }

        return true;
    }
}
