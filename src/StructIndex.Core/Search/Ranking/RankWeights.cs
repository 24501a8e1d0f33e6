namespace StructIndex;

/// <summary>
/// The weights of the ranker's features. Written by the program <c>fit-ranker</c> under <c>benchmarks</c>, which anyone can run again: pairwise logistic
/// regression on 636 questions about 32 repositories. nDCG@10 of these weights 0.924; on a repository that they were not fitted on 0.922.
/// </summary>
internal static class RankWeights
{
    public const float DenseFile = 0.708f;
    public const float DenseBest = 0.3675f;
    public const float DenseSecond = 0.1646f;
    public const float DenseShown = 0.3219f;
    public const float DenseWhole = 0.5417f;
    public const float LexicalFile = 0.8507f;
    public const float LexicalBest = 0.7009f;
    public const float LexicalWhole = 0.7336f;
    public const float Agreement = 0.8215f;
    public const float Coherence = 1.1013f;
    public const float Coverage = 0.6503f;
    public const float CoverageWhole = 0.6662f;
    public const float WordMatch = 0f;
    public const float Compound = 1.0038f;
    public const float FileNameShare = 0.5063f;
    public const float FileNameRareShare = 0.6491f;
    public const float FileNameCover = 1.3035f;
    public const float UnitNameCover = 0.3376f;
    public const float UnitNameBest = 0.2974f;
    public const float Users = 0.1441f;
    public const float UsedUnits = 0.1954f;
    public const float Implementers = 0f;
    public const float Mentions = 0.0752f;
    public const float Test = -2.8762f;
    public const float Example = -2.7356f;
    public const float Generated = -2.6875f;
    public const float Private = -2.3155f;
    public const float OldVersion = -2.4805f;
    public const float Compatibility = -2.7176f;
    public const float Prose = -2.7732f;
    public const float Platform = -2.5284f;
    public const float Header = -2.9976f;
    public const float RareLanguage = -0.277f;
    public const float Entry = -0.2324f;
    public const float DefinesType = 0f;
    public const float DefinesFunction = 1.5446f;
    public const float DefinesTypeBare = 1.1077f;
    public const float DefinesFunctionBare = 0.722f;
    public const float NamedPath = 4f;
    public const float Depth = -0.2422f;

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
