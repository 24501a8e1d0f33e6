namespace StructIndex;

/// <summary>A measure of a ranked list, averaged over the questions that have an answer.</summary>
public enum EvaluationMeasure
{
    /// <summary>Mean reciprocal rank of the first right answer among the first ten: <c>mrr@10</c>.</summary>
    Mrr10,

    /// <summary>Share of questions whose first result is right: <c>hit@1</c>.</summary>
    Hit1,

    /// <summary>Share of questions with a right answer among the first five: <c>hit@5</c>.</summary>
    Hit5,

    /// <summary>Share of questions with a right answer among the first ten: <c>hit@10</c>.</summary>
    Hit10,

    /// <summary>Mean share of a question's targets among the first ten: <c>recall@10</c>.</summary>
    Recall10,

    /// <summary>Mean normalised discounted cumulative gain at ten: <c>ndcg@10</c>.</summary>
    Ndcg10,

    /// <summary>Mean reciprocal rank of the first right answer, however deep: <c>mrr</c>.</summary>
    Mrr,
}
