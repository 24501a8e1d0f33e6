namespace StructIndex;

/// <summary>
/// The evidence that an index holds what a query asks for: what a rank cannot fake, because none of it is relative to the query's own best score.
/// </summary>
internal enum AnswerabilityFeature
{
    /// <summary>The largest cosine of a unit.</summary>
    TopCosine,

    /// <summary>The mean of the ten largest cosines.</summary>
    TopTenCosine,

    /// <summary>The largest share of the query's words that one of the five best units holds, each word weighing its rarity in code at large.</summary>
    BestCoverage,

    /// <summary>The share of the query's words that occur in the index at all, near words counting by their similarity.</summary>
    KnownWords,

    /// <summary>1 when the query holds the name of one of the five best units as it is written; a name in plain lower case does not count.</summary>
    NamedSymbol,

    /// <summary>Natural logarithm of one more than the number of units: the best of many is better by chance.</summary>
    LogUnits,

    /// <summary>The rarity of all words that one of the five best units holds, at most: a share of many rare words says more than the same share of one.</summary>
    HeldRarity,

    /// <summary>How far the query and the names of one of the five best units and of its file are the same words, see <see cref="NameMatch"/>.</summary>
    NameMatch,
}
