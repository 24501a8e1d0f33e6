namespace StructIndex;

/// <summary>Puts the first hits of a search into a new order.</summary>
internal static class RerankedHits
{
    /// <summary>The first hits by old and new judgement together, each scaled to 0 to 1 over them; those behind keep their place.</summary>
    /// <exception cref="InvalidOperationException">The reranker gave too few or too many numbers, or one that is not finite.</exception>
    public static async Task<SearchResult> OrderAsync(string query, SearchResult found, IReranker reranker, int limit, CancellationToken cancellationToken)
    {
        SearchHit[] judged = [.. found.Hits.Take(reranker.Depth)];
        if (judged.Length == 0)
        {
            return found;
        }

        IReadOnlyList<float> scores = await reranker.ScoreAsync(query, [.. judged.Select(hit => EnrichmentTemplate.Render(hit.Unit, [], []))], cancellationToken).ConfigureAwait(false);
        if (scores.Count != judged.Length || !scores.All(float.IsFinite))
        {
            throw new InvalidOperationException($"The reranker gave {scores.Count(float.IsFinite)} finite numbers for {judged.Length} texts.");
        }

        double[] before = Scale([.. judged.Select(hit => hit.Score)]), after = Scale([.. scores.Select(score => (double)score)]);
        SearchHit[] ordered =
        [
            .. judged.Select((hit, i) => hit with { Score = ((1 - reranker.Share) * before[i]) + (reranker.Share * after[i]) }).OrderByDescending(hit => hit.Score),
            .. found.Hits.Skip(judged.Length).Select((hit, i) => hit with { Score = -1 - i }),
        ];
        return found with { Hits = [.. ordered.Take(limit).Select((hit, i) => hit with { Rank = i + 1 })] };
    }

    private static double[] Scale(double[] values)
    {
        double low = values.Min(), high = values.Max();
        return Array.ConvertAll(values, value => high > low ? (value - low) / (high - low) : 0);
    }
}
