namespace StructIndex;

/// <summary>A question with the answers that count as right.</summary>
/// <param name="Id">Id, unique in its set.</param>
/// <param name="Text">The question, symbol or code.</param>
/// <param name="Category">Group that it is reported under; empty for none.</param>
/// <param name="Targets">What answers it; empty for a question that should get no answer.</param>
public sealed record EvaluationQuery(string Id, string Text, string Category, IReadOnlyList<RelevanceTarget> Targets)
{
    /// <summary>Whether the right answer is none.</summary>
    public bool ExpectsNothing => Targets.Count == 0;
}
