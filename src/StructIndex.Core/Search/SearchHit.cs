namespace StructIndex;

/// <summary>A unit that answers a query.</summary>
public sealed record SearchHit
{
    /// <summary>The unit.</summary>
    public required CodeUnit Unit { get; init; }

    /// <summary>Place in the result, from 1.</summary>
    public required int Rank { get; init; }

    /// <summary>
    /// What the order within this result goes by, 0 to 1: for the best unit of a file the fused score of the file, for a further unit its own.
    /// It says nothing across queries; see <see cref="Relevance"/> for that.
    /// </summary>
    public required double Score { get; init; }

    /// <summary>
    /// How likely the unit is to be what was asked for, 0 to 1, on the same scale for every query. Calibrated for the model of the package
    /// and for an index without vectors; with another model it still grows with the likelihood, but is no probability.
    /// </summary>
    public required double Relevance { get; init; }

    /// <summary>The named parts of the score; empty unless <see cref="SearchOptions.Explain"/> was set.</summary>
    public IReadOnlyList<ScorePart> Parts { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => $"{Rank}. {Unit}";
}
