namespace StructIndex;

/// <summary>
/// The weights of the ranker's features. Written by the program <c>fit-ranker</c> under <c>benchmarks</c>, which anyone can run again: pairwise logistic
/// regression on 636 questions about 32 repositories. nDCG@10 of these weights 0.925; on a repository that they were not fitted on 0.922.
/// </summary>
internal static class RankWeights
{
    public const float DenseFile = 0.7141f;
    public const float DenseBest = 0.369f;
    public const float DenseSecond = 0.1676f;
    public const float DenseShown = 0.3112f;
    public const float DenseWhole = 0.5452f;
    public const float LexicalFile = 0.8474f;
    public const float LexicalBest = 0.6979f;
    public const float LexicalWhole = 0.7264f;
    public const float Agreement = 0.8111f;
    public const float Coherence = 1.1115f;
    public const float Coverage = 0.6724f;
    public const float CoverageWhole = 0.6639f;
    public const float WordMatch = 0f;
    public const float Compound = 1.0156f;
    public const float FileNameShare = 0.5101f;
    public const float FileNameRareShare = 0.6495f;
    public const float FileNameCover = 1.3065f;
    public const float UnitNameCover = 0.3211f;
    public const float UnitNameBest = 0.2883f;
    public const float Users = 0.144f;
    public const float UsedUnits = 0.1949f;
    public const float Implementers = 0f;
    public const float Mentions = 0.0749f;
    public const float Test = -2.8724f;
    public const float Example = -2.7304f;
    public const float Generated = -2.6818f;
    public const float Private = -2.3083f;
    public const float OldVersion = -2.4787f;
    public const float Compatibility = -2.713f;
    public const float Prose = -2.7641f;
    public const float Platform = -2.5209f;
    public const float Header = -2.9906f;
    public const float RareLanguage = -0.2772f;
    public const float Entry = -0.2338f;
    public const float DefinesType = 0f;
    public const float DefinesFunction = 1.5455f;
    public const float DefinesTypeBare = 1.1066f;
    public const float DefinesFunctionBare = 0.7232f;
    public const float NamedPath = 4f;
    public const float Verbatim = 6.2948f;
    public const float Depth = -0.2392f;

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
        Verbatim,
        Depth,
    ];

    /// <summary>The weights, in the order of <see cref="RankFeature"/>.</summary>
    public static ReadOnlySpan<float> All => Values;
}
