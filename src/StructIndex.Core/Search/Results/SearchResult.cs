namespace StructIndex;

/// <summary>The answer to a query.</summary>
/// <param name="Hits">
/// The hits, best first: one unit of each file, files in their order. From the sixth place on a further unit of a file comes before a file that is much
/// weaker; where there are fewer files than the limit, further units follow. With <see cref="SearchOptions.UnitsFirst"/> the best units, whatever their files.
/// </param>
/// <param name="Outcome">Whether the hits answer, may answer, or are none.</param>
/// <param name="Reason">Why there are no hits, or what speaks against them, in a sentence with the user's words; null where the search answered.</param>
public sealed record SearchResult(IReadOnlyList<SearchHit> Hits, SearchOutcome Outcome = SearchOutcome.Answered, string? Reason = null)
{
    /// <summary>Whether there are no hits: <see cref="SearchOutcome.Nothing"/>.</summary>
    public bool Abstained => Outcome == SearchOutcome.Nothing;

    /// <summary>
    /// How likely the index is to hold what was asked for, 0 to 1, whatever the ranks say; at least the <see cref="SearchHit.Relevance"/> of any hit.
    /// Given also where the search abstains; not a number where one retriever answers alone (<see cref="SearchOptions.Mode"/>).
    /// </summary>
    public double Relevance { get; init; }

    /// <summary>The words that the index does not hold and that were taken for others; empty where all were found or nothing is near.</summary>
    public IReadOnlyList<WordReading> Readings { get; init; } = [];

    /// <summary>What <see cref="Relevance"/> was made of, for fitting it; null where nothing was found.</summary>
    internal AnswerabilityFeatures? Features { get; init; }

    /// <summary>A result that says nothing, and why.</summary>
    internal static SearchResult Nothing(string reason) => new([], SearchOutcome.Nothing, reason);
}
