namespace StructIndex;

/// <summary>How well a search knows when to say nothing.</summary>
/// <param name="Answerable">Questions that have an answer.</param>
/// <param name="AnswerableRefused">How many of them the search refused.</param>
/// <param name="Unanswerable">Questions that should get no answer.</param>
/// <param name="UnanswerableRefused">How many of them the search refused.</param>
/// <param name="MrrWithRefusals">MRR@10 over the questions that have an answer, a refused one counting 0.</param>
public sealed record AbstentionSummary(int Answerable, int AnswerableRefused, int Unanswerable, int UnanswerableRefused, double MrrWithRefusals)
{
    /// <summary>Share of the questions with an answer that the search answered, 0 to 1; 1 where there are none.</summary>
    public double AnsweredShare => Answerable == 0 ? 1 : 1 - ((double)AnswerableRefused / Answerable);

    /// <summary>Share of the questions without an answer that the search refused, 0 to 1; 1 where there are none.</summary>
    public double RefusedShare => Unanswerable == 0 ? 1 : (double)UnanswerableRefused / Unanswerable;

    internal static AbstentionSummary Of(IReadOnlyList<QueryEvaluation> queries)
    {
        QueryEvaluation[] own = [.. queries.Where(query => !query.Query.ExpectsNothing)], empty = [.. queries.Where(query => query.Query.ExpectsNothing)];
        return new AbstentionSummary(
            own.Length,
            own.Count(query => query.Answer.Abstained),
            empty.Length,
            empty.Count(query => query.Answer.Abstained),
            own.Select(query => query.Answer.Abstained ? 0 : query.Metrics.ReciprocalRank).DefaultIfEmpty().Average());
    }
}
