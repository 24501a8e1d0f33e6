using System.Collections.Frozen;

namespace StructIndex;

/// <summary>Words that say that something should change, and nothing of what: <c>fix</c>, <c>add</c>, <c>support</c>.</summary>
internal static class RequestWords
{
    private static readonly FrozenSet<string> s_words = DataTable.Rows("requests.tsv").Select(row => row[0]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a word is one of them.</summary>
    public static bool Contains(string word) => s_words.Contains(word);
}
