namespace StructIndex;

/// <summary>What a search answered to one question.</summary>
/// <param name="Items">
/// What was found, best first; also where the search abstained, so that its order can be judged apart from its refusals.
/// </param>
/// <param name="Abstained">Whether the search chose to say nothing.</param>
/// <param name="Reason">Why it abstained; null where it did not or does not say.</param>
public sealed record RetrievalAnswer(IReadOnlyList<RetrievedItem> Items, bool Abstained = false, string? Reason = null)
{
    /// <summary>How likely there is an answer at all, 0 to 1; not a number where the search does not say.</summary>
    public double Relevance { get; init; } = double.NaN;
}
