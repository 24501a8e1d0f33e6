namespace StructIndex;

/// <summary>Puts the first hits of a search into a new order.</summary>
internal static class RerankedHits
{
    /// <summary>
    /// The first hits by old and new judgement together, each scaled to 0 to 1 over them. Those behind keep their places: their scores are
    /// the old ones alone on the same scale, 0 or less.
    /// </summary>
    /// <param name="query">The query.</param>
    /// <param name="found">The hits, at least <see cref="SearchOptions.RerankDepth"/> where there are so many.</param>
    /// <param name="options">The reranker, its depth and share, and how many hits are wanted.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="StructIndexException">The reranker gave too few or too many numbers, or one that is not finite.</exception>
    public static async Task<SearchResult> OrderAsync(string query, SearchResult found, SearchOptions options, CancellationToken cancellationToken)
    {
        SearchHit[] judged = [.. found.Hits.Take(options.RerankDepth)];
        if (judged.Length == 0)
        {
            return found;
        }

        string[] texts = [.. judged.Select(hit => EnrichmentTemplate.Render(hit.Unit, [], []))];
        IReadOnlyList<float> scores = await options.Reranker!.ScoreAsync(query, texts, cancellationToken).ConfigureAwait(false);
        if (scores.Count != judged.Length || !scores.All(float.IsFinite))
        {
            throw new StructIndexException($"The reranker gave {scores.Count(float.IsFinite)} finite numbers for {judged.Length} texts; {nameof(IReranker.ScoreAsync)} must give one for each.");
        }

        double[] old = Scale([.. found.Hits.Select(hit => hit.Score)], judged.Length), now = Scale([.. scores.Select(score => (double)score)], judged.Length);
        double share = options.RerankShare;
        SearchHit[] ordered =
        [
            .. judged.Select((hit, i) => hit with { Score = ((1 - share) * old[i]) + (share * now[i]) }).OrderByDescending(hit => hit.Score),
            .. found.Hits.Skip(judged.Length).Select((hit, i) => hit with { Score = (1 - share) * old[judged.Length + i] }),
        ];
        return found with { Hits = [.. ordered.Take(options.Limit).Select((hit, i) => hit with { Rank = i + 1 })] };
    }

    // The first so many become 0 to 1.
    private static double[] Scale(double[] values, int first)
    {
        double low = values[..first].Min(), high = values[..first].Max();
        return Array.ConvertAll(values, value => high > low ? (value - low) / (high - low) : Math.Min(value - low, 0));
    }
}
