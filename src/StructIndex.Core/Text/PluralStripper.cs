using System.Buffers;
using System.Collections.Frozen;

namespace StructIndex;

/// <summary>
/// Turns English plurals into singulars, by a few rules that are safe for identifiers and the exceptions in the resource
/// <c>plurals.tsv</c>. It need not be right about every word, only treat both numbers of one alike.
/// </summary>
internal static class PluralStripper
{
    private static readonly SearchValues<char> s_vowels = SearchValues.Create("aeiouy");

    private static readonly FrozenDictionary<string, string> s_exceptions = DataTable.Rows("plurals.tsv").ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> s_exceptionsBySpan = s_exceptions.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Makes a word singular in place.</summary>
    /// <param name="word">The word, in lower case.</param>
    /// <returns>The new length; what lies behind it is undefined. Never more than before.</returns>
    public static int Strip(Span<char> word)
    {
        if (word.Length < 3 || word[^1] is not ('s' or 'n'))
        {
            return word.Length;
        }

        if (s_exceptionsBySpan.TryGetValue(word, out string? singular))
        {
            singular.CopyTo(word);
            return singular.Length;
        }

        switch (word)
        {
            case [.., 'n'] or [.., 's' or 'u' or 'i', 's']:
                return word.Length;
            case [_, _, .., 'i', 'e', 's']:
                // queries, but ties: four letters keep their e.
                word[^3] = word.Length > 4 ? 'y' : 'i';
                return word.Length > 4 ? word.Length - 2 : word.Length - 1;
            case [_, .., 's', 's', 'e', 's'] or [_, .., 'c' or 's', 'h', 'e', 's'] or [_, .., 'x', 'e', 's']:
                return word.Length - 2;
            default:
                // Without a vowel it is an acronym: dns, tls, https.
                return word[..^1].ContainsAny(s_vowels) || word.ContainsAnyExceptInRange('a', 'z') ? word.Length - 1 : word.Length;
        }
    }

    /// <summary>The singular of a word.</summary>
    /// <param name="word">The word, in lower case.</param>
    public static string Strip(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        Span<char> buffer = word.Length <= 64 ? stackalloc char[word.Length] : new char[word.Length];
        word.CopyTo(buffer);
        int length = Strip(buffer);
        return length == word.Length && buffer.SequenceEqual(word) ? word : buffer[..length].ToString();
    }
}
