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

    /// <summary>The search has no hits where <see cref="SearchResult.Relevance"/> is lower: where the index is less likely to hold what was asked for.</summary>
    /// <value>
    /// 0 to 1; 0 always answers while there is a unit to return. The default value is null: what the index was calibrated for
    /// (RelevanceCalibrator), or else what fits the query: 0.3 for the title of a change, 0.3 for a text with a title, 0.8 for code and stack
    /// traces, 0.66 for the rest (0.5 where at most three words say what is sought); without vectors or with another model 0.4 for the title
    /// of a change, 0.25 for a text with a title, 0.6 for code and stack traces, 0.4 for the rest. Then a query that names a symbol of few
    /// files is answered whatever it says besides, unless it is code or a stack trace.
    /// What is answered below 0.8 with the model of the package, 0.6 without vectors or with another, is marked as weak (<see cref="SearchOutcome.Weak"/>).
    /// </value>
    public double? MinimumRelevance { get; init; }

    /// <summary>Hits whose <see cref="SearchHit.Relevance"/> is lower are left out; where none is left, the search says nothing.</summary>
    /// <value>0 to 1. The default value is 0: all hits.</value>
    public double MinimumHitRelevance { get; init; }

    /// <summary>
    /// Whether the best units come first, however many of them are of one file: for a reader of functions rather than files. Without it each file
    /// comes with one unit, and further units of a file come before much weaker files.
    /// </summary>
    /// <value>The default value is false, which finds more of the files that answer. Only where both retrievers answer (<see cref="SearchMode.Hybrid"/>).</value>
    public bool UnitsFirst { get; init; }

    /// <summary>Which retrievers answer.</summary>
    /// <value>The default value is <see cref="SearchMode.Hybrid"/>.</value>
    public SearchMode Mode { get; init; }

    /// <summary>Puts the first hits into a new order; <see cref="SearchHit.Score"/> is then that order's. It changes neither relevance nor what is left out.</summary>
    /// <value>The default value is null: the order of the search.</value>
    public IReranker? Reranker { get; init; }

    /// <summary>How many of the first hits the <see cref="Reranker"/> judges; those behind keep their places.</summary>
    /// <value>1 or more. The default value is 20.</value>
    public int RerankDepth { get; init; } = 20;

    /// <summary>How much the judgement of the <see cref="Reranker"/> counts in the new order, against the old one.</summary>
    /// <value>0, not at all, to 1, alone. The default value is 0.5.</value>
    public double RerankShare { get; init; } = .5;

    /// <summary>Whether further units of a file come only behind all files, for who reads many files anyway.</summary>
    internal bool FilesFirst { get; init; }

    /// <summary>Throws when a value is out of its range.</summary>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Limit, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(RerankDepth, 1);
        if (RerankShare is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(RerankShare), RerankShare, "A share lies between 0 and 1.");
        }

        if (MinimumHitRelevance is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(MinimumHitRelevance), MinimumHitRelevance, "A relevance lies between 0 and 1.");
        }

        if (MinimumRelevance is not (null or (>= 0 and <= 1)))
        {
            throw new ArgumentOutOfRangeException(nameof(MinimumRelevance), MinimumRelevance, "A relevance lies between 0 and 1.");
        }

        if (!Enum.IsDefined(Mode))
        {
            throw new ArgumentOutOfRangeException(nameof(Mode), Mode, "There is no such mode.");
        }
    }
}
