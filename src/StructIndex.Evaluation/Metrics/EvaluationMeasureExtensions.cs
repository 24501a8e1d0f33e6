namespace StructIndex;

/// <summary>Names and values of measures.</summary>
public static class EvaluationMeasureExtensions
{
    private static readonly string[] s_names = ["mrr@10", "hit@1", "hit@5", "hit@10", "recall@10", "ndcg@10", "mrr"];

    /// <summary>The usual name, for example <c>ndcg@10</c>.</summary>
    /// <param name="measure">The measure.</param>
    public static string Name(this EvaluationMeasure measure) => s_names[(int)measure];

    /// <summary>The measure of a name.</summary>
    /// <param name="name">A name as <see cref="Name"/> gives it; case does not count.</param>
    /// <returns>The measure; null when there is none of the name.</returns>
    public static EvaluationMeasure? FromName(string name)
    {
        int at = Array.FindIndex(s_names, known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
        return at < 0 ? null : (EvaluationMeasure)at;
    }

    /// <summary>The value of one ranked list.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="metrics">The list.</param>
    internal static double Of(this EvaluationMeasure measure, RankingMetrics metrics) => measure switch
    {
        EvaluationMeasure.Mrr10 => metrics.ReciprocalRank,
        EvaluationMeasure.Hit1 => metrics.IsHit(1) ? 1 : 0,
        EvaluationMeasure.Hit5 => metrics.IsHit(5) ? 1 : 0,
        EvaluationMeasure.Hit10 => metrics.IsHit(10) ? 1 : 0,
        EvaluationMeasure.Recall10 => metrics.Recall,
        EvaluationMeasure.Ndcg10 => metrics.Ndcg,
        EvaluationMeasure.Mrr => metrics.DeepReciprocalRank,
        _ => throw new ArgumentOutOfRangeException(nameof(measure)),
    };
}
