namespace StructIndex;

/// <summary>
/// The weights of the ranker's features. Written by the program <c>fit-ranker</c> under <c>benchmarks</c>, which anyone can run again: pairwise logistic
/// regression on 636 questions about 32 repositories. nDCG@10 of these weights 0.927; on a repository that they were not fitted on 0.925.
/// </summary>
internal static class RankWeights
{
    public const float DenseFile = 0.7376f;
    public const float DenseBest = 0.374f;
    public const float DenseSecond = 0.1864f;
    public const float DenseShown = 0.3059f;
    public const float DenseWhole = 0.5091f;
    public const float LexicalFile = 0.8264f;
    public const float LexicalBest = 0.6769f;
    public const float LexicalWhole = 0.6976f;
    public const float Agreement = 0.8426f;
    public const float Coherence = 1.1524f;
    public const float Coverage = 0.6305f;
    public const float CoverageWhole = 0.6494f;
    public const float WordMatch = 0f;
    public const float Compound = 0.9399f;
    public const float FileNameShare = 0.5926f;
    public const float FileNameRareShare = 0.5625f;
    public const float FileNameCover = 1.1866f;
    public const float UnitNameCover = 0.3195f;
    public const float UnitNameBest = 0.3517f;
    public const float UsedUnits = 0.2456f;
    public const float Implementers = 0f;
    public const float Mentions = 0.0999f;
    public const float Test = -3.1898f;
    public const float Example = -3.0423f;
    public const float Generated = -3.0057f;
    public const float Private = -2.567f;
    public const float OldVersion = -3.222f;
    public const float Compatibility = -3.0346f;
    public const float Prose = -3.0828f;
    public const float Platform = -2.7602f;
    public const float Header = -3.1855f;
    public const float RareLanguage = -0.2883f;
    public const float Entry = -0.2575f;
    public const float DefinesType = 0f;
    public const float DefinesFunction = 1.439f;
    public const float DefinesTypeBare = 1.553f;
    public const float DefinesFunctionBare = 0.2983f;
    public const float NamedPath = 4f;
    public const float Verbatim = 6.2679f;
    public const float Depth = -0.2411f;

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
