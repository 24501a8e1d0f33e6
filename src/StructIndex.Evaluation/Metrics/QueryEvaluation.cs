namespace StructIndex;

/// <summary>One question, what was answered, and how good that is.</summary>
/// <param name="Query">The question.</param>
/// <param name="Answer">The answer.</param>
/// <param name="TargetRanks">For each target the 1-based rank of the first thing found that hits it; 0 where nothing does.</param>
/// <param name="Metrics">Quality of the order, whether or not the search abstained.</param>
public sealed record QueryEvaluation(EvaluationQuery Query, RetrievalAnswer Answer, IReadOnlyList<int> TargetRanks, RankingMetrics Metrics)
{
    /// <summary>
    /// The first thing found, as a sample for calibration: right when it is in a file that answers, which is what a relevance speaks of.
    /// Null where nothing was found or the search gives no relevance.
    /// </summary>
    internal ConfidenceSample? FirstAnswer => Answer.Items is [{ Relevance: >= 0 and <= 1 } first, ..]
        ? new ConfidenceSample(first.Relevance, Query.Targets.Any(target => target.AsFile.IsHitBy(first)))
        : null;

    /// <summary>
    /// Lines that a reader of the results, from the first on, has read with the first right one; null where there is none, or no result has
    /// lines.
    /// </summary>
    public int? LinesRead => Metrics.BestRank > 0 && Answer.Items.Take(Metrics.BestRank).All(item => item.Lines != RetrievedItem.WholeFile)
        ? Answer.Items.Take(Metrics.BestRank).Sum(item => item.Lines.Count)
        : null;

    /// <summary>Judges an answer.</summary>
    /// <param name="query">The question.</param>
    /// <param name="answer">The answer.</param>
    public static QueryEvaluation Of(EvaluationQuery query, RetrievalAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(answer);
        int[] ranks = [.. query.Targets.Select(target => RankOf(target, answer.Items))];
        return new QueryEvaluation(query, answer, ranks, RankingMetrics.Of(ranks));
    }

    private static int RankOf(RelevanceTarget target, IReadOnlyList<RetrievedItem> items)
    {
        for (int i = 0; i < items.Count; i++)
        {
            if (target.IsHitBy(items[i]))
            {
                return i + 1;
            }
        }

        return 0;
    }
}
