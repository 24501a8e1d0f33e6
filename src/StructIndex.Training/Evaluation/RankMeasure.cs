namespace StructIndex;

/// <summary>Mean reciprocal rank within the first ten.</summary>
internal static class RankMeasure
{
    private const int Cut = 10;

    /// <summary>MRR@10 of a pool's queries, each against the whole pool. Ties count against the scorer.</summary>
    public static double MrrAt10(PairPool pool, IPoolScorer scorer) =>
        Mean(pool, scorer, (scores, own, _) => ReciprocalRank(scores, own));

    /// <summary>MRR@10 against <paramref name="distractors"/> others of the pool, drawn for each query by its number.</summary>
    public static double MrrAt10(PairPool pool, IPoolScorer scorer, int distractors) =>
        Mean(pool, scorer, (scores, own, query) =>
        {
            if (scores.Length <= distractors + 1)
            {
                return ReciprocalRank(scores, own);
            }

            int[] others = [.. Enumerable.Range(0, scores.Length).Where(i => i != own)];
            RandomStream random = new(0, (ulong)query);
            for (int i = 0; i < distractors; i++)
            {
                int j = i + random.Next(others.Length - i);
                (others[i], others[j]) = (others[j], others[i]);
            }

            float[] drawn = [scores[own], .. others.Take(distractors).Select(i => scores[i])];
            return ReciprocalRank(drawn, 0);
        });

    private static double Mean(PairPool pool, IPoolScorer scorer, Func<float[], int, int, double> measure)
    {
        Dictionary<int, int> places = [];
        for (int i = 0; i < pool.Pairs.Length; i++)
        {
            places[pool.Pairs[i]] = i;
        }

        double[] results = new double[pool.Queries.Length];
        Parallel.For(0, results.Length, () => new float[pool.Pairs.Length], (i, _, scores) =>
        {
            scorer.Score(pool.Queries[i], scores);
            results[i] = measure(scores, places[pool.Queries[i]], pool.Queries[i]);
            return scores;
        }, _ => { });
        return results.Length == 0 ? 0 : results.Average();
    }

    private static double ReciprocalRank(ReadOnlySpan<float> scores, int own)
    {
        int rank = 0;
        foreach (float score in scores)
        {
            rank += score >= scores[own] ? 1 : 0;
        }

        return rank is > 0 and <= Cut ? 1.0 / rank : 0;
    }
}
