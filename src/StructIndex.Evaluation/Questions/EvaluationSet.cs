namespace StructIndex;

/// <summary>
/// Questions, and what they are asked of: a user's own from a file, a benchmark of snippets, or questions mined from the code itself.
/// </summary>
/// <param name="Queries">The questions.</param>
/// <param name="Source">
/// What to index for them; null where only an index is at hand, which leaves out the baselines that read source.
/// </param>
public sealed record EvaluationSet(IReadOnlyList<EvaluationQuery> Queries, ISourceProvider? Source = null)
{
    /// <summary>Results that are asked for when no number is given: 10 of a code base, 1,000 of a collection of snippets.</summary>
    public int DefaultLimit => SnippetIds is null ? RankingMetrics.Depth : SnippetCorpus.Depth;

    /// <summary>What a reader of the results should know of the set.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>
    /// Whether <see cref="Source"/> alone can be indexed for the questions: snippets, or a copy that documentation was taken out of.
    /// </summary>
    public bool IsOwnSource { get; init; }

    /// <summary>For a collection of snippets the id of the snippet that lies at a path; null for a code base.</summary>
    internal IReadOnlyDictionary<string, string>? SnippetIds { get; init; }
}
