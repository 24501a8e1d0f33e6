namespace StructIndex;

/// <summary>
/// What is known of a unit under a query, for the order of units. Scores of the retrievers are scaled within the query, shares lie between 0 and 1, marks
/// are 0 or 1. The weights are fitted by <c>fit-units</c> under <c>benchmarks</c>.
/// </summary>
internal enum UnitFeature
{
    /// <summary>The fused score of both retrievers.</summary>
    Fused,

    /// <summary>The cosine, scaled as <see cref="RankFeature.DenseBest"/>.</summary>
    Dense,

    /// <summary>BM25F over the unit.</summary>
    Lexical,

    /// <summary>How far the unit's name and the query are the same words: the harmonic mean of the share of either that the other holds.</summary>
    NameMatch,

    /// <summary>Share of the query that the unit's name covers.</summary>
    NameCover,

    /// <summary>Logarithm of one more than the number of words of the name: a short name is found by fewer words by chance.</summary>
    NameLength,

    /// <summary>What the query names in the file, or words that stand in the unit as in the query: the unit that the file's features were read of.</summary>
    Chosen,

    /// <summary>Logarithm of the number of lines.</summary>
    Lines,

    /// <summary>A type, whose members are units of their own.</summary>
    Type,

    /// <summary>Code outside of any declaration.</summary>
    Module,

    /// <summary><see cref="Lines"/> of a query that asks for a change or reports a fault.</summary>
    ChangeLines,

    /// <summary><see cref="Type"/> of such a query.</summary>
    ChangeType,

    /// <summary><see cref="Module"/> of such a query.</summary>
    ChangeModule,

    /// <summary><see cref="Chosen"/> by such a query, unless it holds stack frames: what should change is often what the named unit calls.</summary>
    ChangeChosen,
}
