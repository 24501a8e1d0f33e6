namespace StructIndex;

/// <summary>Words that stand side by side in a query and are one identifier in the code: rate limiter, <c>RateLimiter</c>, <c>rate_limiter</c>.</summary>
internal static class QueryCompounds
{
    /// <summary>The identifiers of the index that two neighbouring words of a query make, with their rarity.</summary>
    public static IReadOnlyList<(int Term, float Weight)> Of(string query, LexicalIndex index)
    {
        List<(int Term, float Weight)> compounds = [];
        string previous = "";
        for (int at = 0; LexicalTokens.NextIdentifier(query, ref at, out ReadOnlySpan<char> identifier);)
        {
            string word = identifier.ToString().ToLowerInvariant();
            foreach (string together in previous.Length == 0 ? [] : (string[])[previous + word, $"{previous}_{word}"])
            {
                int term = index.Terms.IndexOf(together);
                if (term >= 0)
                {
                    compounds.Add((term, index.Idf(term)));
                }
            }

            previous = word;
        }

        return compounds;
    }
}
