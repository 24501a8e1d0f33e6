namespace StructIndex;

/// <summary>How a search came out.</summary>
public enum SearchOutcome
{
    /// <summary>There are hits, and the index is likely to hold what was asked for.</summary>
    Answered,

    /// <summary>There are hits, but they may well be no answer: <see cref="SearchResult.Reason"/> says what speaks against them.</summary>
    Weak,

    /// <summary>There are no hits, and <see cref="SearchResult.Reason"/> says why.</summary>
    Nothing,
}
