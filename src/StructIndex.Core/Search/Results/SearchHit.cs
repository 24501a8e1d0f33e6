namespace StructIndex;

/// <summary>A unit that answers a query.</summary>
public sealed record SearchHit
{
    /// <summary>The unit.</summary>
    public required CodeUnit Unit { get; init; }

    /// <summary>Place in the result, from 1.</summary>
    public required int Rank { get; init; }

    /// <summary>
    /// What the order within this result goes by, falling from hit to hit: for the first unit of a file the score of the file, a weighted
    /// sum of named features; for a further unit one below that; where one retriever answers alone, its BM25F score or its cosine. It has
    /// no fixed range and says nothing across queries; see <see cref="Relevance"/> for that.
    /// </summary>
    public required double Score { get; init; }

    /// <summary>
    /// How likely the unit's file is to be one that was asked for, 0 to 1, on the same scale for every query; at most <see cref="SearchResult.Relevance"/>.
    /// Calibrated on questions that have an answer, for the model of the package and for an index without vectors; with another model it still grows with the
    /// likelihood, but is no probability. Not a number where one retriever answers alone.
    /// </summary>
    public required double Relevance { get; init; }

    /// <summary>The named parts of the score; empty unless <see cref="SearchOptions.Explain"/> was set.</summary>
    public IReadOnlyList<ScorePart> Parts { get; init; } = [];

    /// <summary>What <see cref="Relevance"/> was made of, for fitting it.</summary>
    internal HitFeatures Features { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Rank}. {Unit}";
}
