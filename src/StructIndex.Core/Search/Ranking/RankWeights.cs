namespace StructIndex;

/// <summary>
/// The weights of the ranker's features. Written by the program <c>fit-ranker</c> under <c>benchmarks</c>, which anyone can run again: pairwise logistic
/// regression on 636 questions about 32 repositories. nDCG@10 of these weights 0.922; on a repository that they were not fitted on 0.922.
/// </summary>
internal static class RankWeights
{
    public const float DenseFile = 0.6673f;
    public const float DenseBest = 0.3102f;
    public const float DenseSecond = 0.1654f;
    public const float DenseShown = 0.304f;
    public const float DenseWhole = 0.5334f;
    public const float LexicalFile = 0.9307f;
    public const float LexicalBest = 0.735f;
    public const float LexicalWhole = 0.8342f;
    public const float Agreement = 0.7594f;
    public const float Coherence = 1.1169f;
    public const float Coverage = 0.6357f;
    public const float CoverageWhole = 0.6677f;
    public const float WordMatch = 0f;
    public const float Compound = 0.9545f;
    public const float FileNameShare = 0.5933f;
    public const float FileNameRareShare = 0.7439f;
    public const float FileNameCover = 1.3482f;
    public const float UnitNameCover = 0.3249f;
    public const float UnitNameBest = 0.3249f;
    public const float Users = 0.1617f;
    public const float UsedUnits = 0.2085f;
    public const float Implementers = 0f;
    public const float Mentions = 0.08f;
    public const float Test = -2.7855f;
    public const float Example = -2.6502f;
    public const float Generated = -2.604f;
    public const float Private = -2.2576f;
    public const float OldVersion = -2.2547f;
    public const float Compatibility = -2.6345f;
    public const float Prose = -2.6921f;
    public const float Platform = -2.4779f;
    public const float Header = -2.981f;
    public const float RareLanguage = -0.2793f;
    public const float Entry = -0.2395f;
    public const float DefinesType = 0f;
    public const float DefinesFunction = 1.0444f;
    public const float DefinesTypeBare = 0.5665f;
    public const float DefinesFunctionBare = 0f;
    public const float NamedPath = 4f;
    public const float Depth = -0.2026f;

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
