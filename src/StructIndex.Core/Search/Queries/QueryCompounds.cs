namespace StructIndex;

/// <summary>
/// Words that stand side by side in a query and are one identifier in the code: rate limiter, <c>RateLimiter</c>, <c>rate_limiter</c>.
/// </summary>
internal static class QueryCompounds
{
    /// <summary>The identifiers of the index that two neighbouring ones of a query make, with their rarity.</summary>
    public static IReadOnlyList<(int Term, float Weight)> Of(IReadOnlyList<string> identifiers, LexicalIndex index)
    {
        List<(int Term, float Weight)> compounds = [];
        string previous = "";
        foreach (string identifier in identifiers)
        {
            string word = identifier.ToLowerInvariant();
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
