using System.Text;

namespace StructIndex;

/// <summary>Texts as the words that the lexical leg of a database knows: those of the index, identifiers split and as wholes, without plurals.</summary>
internal static class SearchText
{
    // A tsvector keeps no place behind 16,383, and holds at most a megabyte.
    private const int MaxWords = 16_000;
    private const int MaxQueryWords = 64;

    /// <summary>The words of a text, each time that they occur.</summary>
    public static List<string> Words(string text)
    {
        List<string> words = [];
        for (int at = 0; words.Count < MaxWords && LexicalTokens.NextIdentifier(text, ref at, out ReadOnlySpan<char> identifier);)
        {
            LexicalTokens.Read(identifier, words, static (words, word, _) => words.Add(Word(word.ToString())));
        }

        return words;
    }

    /// <summary>A term of an index as the database knows it: there no word has an underscore.</summary>
    public static string Word(string term) => term.Replace("_", "", StringComparison.Ordinal);

    /// <summary>A text for <c>to_tsvector('simple', ...)</c>.</summary>
    public static string ForVector(string text) => string.Join(' ', Words(text));

    /// <summary>A query for <c>to_tsquery('simple', ...)</c>: any of the words; null where there is none.</summary>
    public static string? ForQuery(string query) => AnyOf(Words(query).Distinct(StringComparer.Ordinal).Take(MaxQueryWords));

    /// <summary>The same of words that are split already.</summary>
    public static string? AnyOf(IEnumerable<string> words)
    {
        string[] quoted = [.. words.Select(word => $"'{word}'")];
        return quoted.Length == 0 ? null : new StringBuilder().AppendJoin(" | ", quoted).ToString();
    }
}
