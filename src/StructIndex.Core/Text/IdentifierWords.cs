namespace StructIndex;

/// <summary>
/// Splits identifiers into words by the conventions of all languages: camelCase, PascalCase, snake_case, kebab-case, SCREAMING_CASE,
/// acronyms and digits. <c>HTTPServer2xxHandler</c> gives HTTP, Server, 2, xx, Handler.
/// </summary>
/// <remarks>
/// The words joined are the identifier's letters and digits in order; no word is empty; a word splits into itself. Upper-case letters
/// before a lower-case one are an acronym but for the last (<c>XMLHttp</c>: XML, Http); a plural <c>s</c> stays with its acronym
/// (<c>userIDs</c>: user, IDs), a version is split off (<c>UUIDv7</c>: UUID, v, 7). Words that these rules would tear apart
/// (<c>iOS</c>, <c>IPv6</c>, <c>SQLite</c>, <c>GitHub</c>) are in the resource <c>brands.tsv</c> and stay whole. Letters without case
/// are words apart from those with case; marks stay with their letter; everything else separates.
/// </remarks>
public static class IdentifierWords
{
    /// <summary>Goes through the words of an identifier, or of any text, without allocating.</summary>
    /// <param name="identifier">The identifier.</param>
    public static IdentifierWordEnumerator Split(ReadOnlySpan<char> identifier) => new(identifier);

    /// <summary>The words in lower case (invariant culture).</summary>
    /// <param name="identifier">The identifier.</param>
    public static IReadOnlyList<string> ToLowerWords(ReadOnlySpan<char> identifier)
    {
        List<string> words = [];
        foreach (ReadOnlySpan<char> word in Split(identifier))
        {
            words.Add(string.Create(word.Length, word, static (lower, source) => source.ToLowerInvariant(lower)));
        }

        return words;
    }
}
