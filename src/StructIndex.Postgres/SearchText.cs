using System.Text;
using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>Texts as the words that the lexical leg of a database knows: identifiers split, in lower case.</summary>
internal static partial class SearchText
{
    // A tsvector keeps no place behind 16,383, and holds at most a megabyte.
    private const int MaxWords = 16_000;

    /// <summary>The words of a text, each time that they occur.</summary>
    public static IEnumerable<string> Words(string text)
    {
        foreach (Match identifier in Identifier().Matches(text))
        {
            foreach (string word in IdentifierWords.ToLowerWords(identifier.ValueSpan))
            {
                yield return word;
            }
        }
    }

    /// <summary>A text for <c>to_tsvector('simple', ...)</c>.</summary>
    public static string ForVector(string text) => string.Join(' ', Words(text).Take(MaxWords));

    /// <summary>A query for <c>to_tsquery('simple', ...)</c>: any of the words; null where there is none.</summary>
    public static string? ForQuery(string query)
    {
        string[] words = [.. Words(query).Distinct(StringComparer.Ordinal).Take(64)];
        return words.Length == 0 ? null : new StringBuilder().AppendJoin(" | ", words.Select(word => $"'{word}'")).ToString();
    }

    [GeneratedRegex(@"[\p{L}\p{Nd}_]+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Identifier();
}
