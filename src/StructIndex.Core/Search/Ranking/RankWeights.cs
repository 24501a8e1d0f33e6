namespace StructIndex;

/// <summary>
/// The weights of the ranker's features. Written by the program <c>fit-ranker</c> under <c>benchmarks</c>, which anyone can run again: pairwise logistic
/// regression on 636 questions about 32 repositories. nDCG@10 of these weights 0.923; on a repository that they were not fitted on 0.923.
/// </summary>
internal static class RankWeights
{
    public const float DenseFile = 0.6846f;
    public const float DenseBest = 0.318f;
    public const float DenseSecond = 0.1697f;
    public const float DenseShown = 0.2742f;
    public const float DenseWhole = 0.5471f;
    public const float LexicalFile = 0.9328f;
    public const float LexicalBest = 0.7475f;
    public const float LexicalWhole = 0.8329f;
    public const float Agreement = 0.7511f;
    public const float Coherence = 1.0848f;
    public const float Coverage = 0.5939f;
    public const float CoverageWhole = 0.6763f;
    public const float WordMatch = 0f;
    public const float Compound = 0.9884f;
    public const float FileNameShare = 0.599f;
    public const float FileNameRareShare = 0.7384f;
    public const float FileNameCover = 1.349f;
    public const float UnitNameCover = 0.2755f;
    public const float UnitNameBest = 0.3503f;
    public const float Users = 0.1622f;
    public const float UsedUnits = 0.2055f;
    public const float Implementers = 0f;
    public const float Mentions = 0.0826f;
    public const float Test = -2.7983f;
    public const float Example = -2.6647f;
    public const float Generated = -2.6206f;
    public const float Private = -2.2636f;
    public const float OldVersion = -2.3391f;
    public const float Compatibility = -2.6502f;
    public const float Prose = -2.7067f;
    public const float Platform = -2.4863f;
    public const float Header = -2.9868f;
    public const float RareLanguage = -0.2797f;
    public const float Entry = -0.2537f;
    public const float DefinesType = 0f;
    public const float DefinesFunction = 1.6475f;
    public const float DefinesTypeBare = 1.0579f;
    public const float DefinesFunctionBare = 0.341f;
    public const float NamedPath = 4f;
    public const float Depth = -0.1987f;

    private static readonly float[] Values =
    [
        DenseFile,
        DenseBest,
        DenseSecond,
        DenseShown,
        DenseWhole,
        LexicalFile,
        LexicalBest,
        LexicalWhole,
        Agreement,
        Coherence,
        Coverage,
        CoverageWhole,
        WordMatch,
        Compound,
        FileNameShare,
        FileNameRareShare,
        FileNameCover,
        UnitNameCover,
        UnitNameBest,
        Users,
        UsedUnits,
        Implementers,
        Mentions,
        Test,
        Example,
        Generated,
        Private,
        OldVersion,
        Compatibility,
        Prose,
        Platform,
        Header,
        RareLanguage,
        Entry,
        DefinesType,
        DefinesFunction,
        DefinesTypeBare,
        DefinesFunctionBare,
        NamedPath,
        Depth,
    ];

    /// <summary>The weights, in the order of <see cref="RankFeature"/>.</summary>
    public static ReadOnlySpan<float> All => Values;
}
