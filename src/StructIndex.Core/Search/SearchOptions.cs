namespace StructIndex;

/// <summary>What a search may return, and how much it says about it.</summary>
public sealed record SearchOptions
{
    /// <summary>The greatest number of hits.</summary>
    /// <value>1 or more. The default value is 10.</value>
    public int Limit { get; init; } = 10;

    /// <summary>Which units may be hits.</summary>
    /// <value>The default value is null: all.</value>
    public UnitFilter? Filter { get; init; }

    /// <summary>Whether each hit names the parts of its score (<see cref="SearchHit.Parts"/>).</summary>
    /// <value>The default value is false, which costs nothing.</value>
    public bool Explain { get; init; }

    /// <summary>Hits with a lower <see cref="SearchHit.Relevance"/> are left out; when none is left, the search abstains.</summary>
    /// <value>
    /// 0 to 1. The default value is 0: nothing is left out. With the model of the package, 0.4 refused 4 % of the questions about the indexed
    /// repositories, 86 % of programming questions about others and 99 % of questions about something else altogether.
    /// </value>
    public double MinimumRelevance { get; init; }

    /// <summary>Throws when a value is out of its range.</summary>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Limit, 1);
        if (MinimumRelevance is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(MinimumRelevance), MinimumRelevance, "A relevance lies between 0 and 1.");
        }
    }
}
