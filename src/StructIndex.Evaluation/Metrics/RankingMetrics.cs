namespace StructIndex;

/// <summary>Quality of one ranked list, with binary relevance.</summary>
/// <param name="BestRank">Rank of the first right answer, 1-based, however deep; 0 where there is none.</param>
/// <param name="Recall">Share of the targets that the first ten hit, 0 to 1 (recall@10).</param>
/// <param name="Ndcg">
/// Normalised discounted cumulative gain at 10, 0 to 1 (Järvelin and Kekäläinen 2002; binary gains, log2 discount).
/// </param>
public readonly record struct RankingMetrics(int BestRank, double Recall, double Ndcg)
{
    /// <summary>Ranks that count for the measures that are cut.</summary>
    public const int Depth = 10;

    /// <summary>Reciprocal of the rank of the first right answer among the first ten; 0 without one (MRR@10 is its mean).</summary>
    public double ReciprocalRank => IsHit(Depth) ? 1.0 / BestRank : 0;

    /// <summary>Reciprocal of the rank of the first right answer however deep; 0 without one (MRR is its mean).</summary>
    public double DeepReciprocalRank => BestRank > 0 ? 1.0 / BestRank : 0;

    /// <summary>Whether a right answer is among the first <paramref name="depth"/>.</summary>
    /// <param name="depth">1 or more.</param>
    public bool IsHit(int depth) => BestRank > 0 && BestRank <= depth;

    /// <summary>Measures a list by the first rank at which each target is hit.</summary>
    /// <param name="ranks">For each target its 1-based rank; 0 or less where it is not in the list. Empty gives zeros.</param>
    /// <remarks>Several targets hit by one result gain once, as a result fills one rank; each of them counts as recalled.</remarks>
    public static RankingMetrics Of(IReadOnlyCollection<int> ranks)
    {
        ArgumentNullException.ThrowIfNull(ranks);
        if (ranks.Count == 0)
        {
            return default;
        }

        int[] found = [.. ranks.Where(rank => rank is > 0 and <= Depth)];
        double gain = found.Distinct().Sum(Discount);
        double ideal = Enumerable.Range(1, Math.Min(Depth, ranks.Count)).Sum(Discount);
        return new RankingMetrics(ranks.Where(rank => rank > 0).DefaultIfEmpty().Min(), (double)found.Length / ranks.Count, gain / ideal);
    }

    private static double Discount(int rank) => 1 / Math.Log2(rank + 1);
}
