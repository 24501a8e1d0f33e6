namespace StructIndex;

/// <summary>
/// The evidence that an index holds what a query asks for: what a rank cannot fake, because none of it is relative to the query's own best score.
/// The best units are those that stand for the five best files. A word is rare as it is in code at large, or in the index where no model says that.
/// </summary>
internal enum AnswerabilityFeature
{
    /// <summary>The largest cosine of a unit.</summary>
    TopCosine,

    /// <summary>The largest BM25F score of a unit, divided by the rarity in the index of all words of the query.</summary>
    TopMatch,

    /// <summary>The rarity of all words of the query that one of the best units holds itself, at most: many rare words are less likely to meet by chance than one.</summary>
    HeldRarity,

    /// <summary>The rarity of all words of the query.</summary>
    QueryRarity,

    /// <summary>The rarity of the rarest word of the query that one of the best units holds: strong evidence whatever the other words are.</summary>
    RarestHeld,

    /// <summary>The share of the query's words, by rarity, that occur in the index at all, near words counting by their similarity.</summary>
    KnownWords,

    /// <summary>The largest share of the query's words that stand in one of the best files as they do in the query, see <see cref="RankFeature.Verbatim"/>.</summary>
    Verbatim,

    /// <summary>1 when the query names one of the best files by its path, less for the outer frames of a stack trace.</summary>
    NamedPath,

    /// <summary>1 when the query holds the name of one of the best units as it is written; a name in plain lower case does not count.</summary>
    NamedSymbol,

    /// <summary>The share of the query's identifiers of several words that no unit holds.</summary>
    LostNames,

    /// <summary>How many of the query's words tell something, the logarithm of one more.</summary>
    QueryWords,

    /// <summary>Share of the query's words that are identifiers of several words.</summary>
    QuerySymbols,

    /// <summary>1 when the query begins with a word that asks for a change (<see cref="RequestWords"/>): it speaks of what is not there yet, in words that the code need not hold.</summary>
    QueryChange,

    /// <summary>Natural logarithm of one more than the number of units: the best of many is better by chance.</summary>
    LogUnits,
}
