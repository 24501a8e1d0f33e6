namespace StructIndex;

/// <summary>The constants of the ranker's features that are not weights; the weights are <see cref="RankWeights"/>.</summary>
internal static class RankConstants
{
    /// <summary>BM25's b for whole files: long files hold more of everything, but are also what questions are about.</summary>
    public const float FileLength = .5f;

    /// <summary>BM25's k1 for whole files.</summary>
    public const float FileSaturation = 4f;

    /// <summary>How many files the ranker orders; the others keep the order of the fused scores behind them.</summary>
    public const int Candidates = 100;

    /// <summary>How many of the best whole files by plain BM25 are ordered with them.</summary>
    public const int PlainCandidates = 30;

    /// <summary>How many of the best units count for the coherence of their files.</summary>
    public const int CoherentUnits = 50;

    /// <summary>
    /// What a full gain by callers and callees weighs (<see cref="JointCoverage"/>). Not fitted with the other weights: the development questions have
    /// a unit that answers them by itself. It is what the questions of <c>benchmarks/StructIndex.Benchmarks/Examples/shop</c> need.
    /// </summary>
    public const float JointWeight = 40f;

    /// <summary>How many of the units with the largest gains bring their files among the candidates.</summary>
    public const int JointCandidates = 10;

    /// <summary>Names declared in more files than this say nothing about one of them.</summary>
    public const int OwnNameFiles = 3;
}
