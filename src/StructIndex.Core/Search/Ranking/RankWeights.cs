namespace StructIndex;

/// <summary>
/// The weights of the ranker's features. Written by the program <c>fit-ranker</c> under <c>benchmarks</c>, which anyone can run again: pairwise logistic
/// regression on 636 questions about 32 repositories. nDCG@10 of these weights 0.927; on a repository that they were not fitted on 0.924.
/// </summary>
internal static class RankWeights
{
    public const float DenseFile = 0.7401f;
    public const float DenseBest = 0.3766f;
    public const float DenseSecond = 0.1887f;
    public const float DenseShown = 0.3088f;
    public const float DenseWhole = 0.4994f;
    public const float LexicalFile = 0.8193f;
    public const float LexicalBest = 0.6765f;
    public const float LexicalWhole = 0.707f;
    public const float Agreement = 0.8478f;
    public const float Coherence = 1.1579f;
    public const float Coverage = 0.6145f;
    public const float CoverageWhole = 0.6557f;
    public const float WordMatch = 0f;
    public const float Compound = 0.9364f;
    public const float FileNameShare = 0.5911f;
    public const float FileNameRareShare = 0.5715f;
    public const float FileNameCover = 1.1415f;
    public const float UnitNameCover = 0.2994f;
    public const float UnitNameBest = 0.3435f;
    public const float UsedUnits = 0.2403f;
    public const float Mentions = 0.0998f;
    public const float Test = -3.1841f;
    public const float Example = -3.0357f;
    public const float Generated = -2.9996f;
    public const float Private = -2.5593f;
    public const float OldVersion = -3.2167f;
    public const float Compatibility = -3.0288f;
    public const float Prose = -3.0765f;
    public const float Platform = -2.7568f;
    public const float Header = -3.1741f;
    public const float RareLanguage = -0.2893f;
    public const float Entry = -0.2538f;
    public const float DefinesFunction = 1.4303f;
    public const float DefinesTypeBare = 1.5539f;
    public const float DefinesFunctionBare = 0.2989f;
    public const float NamedPath = 4f;
    public const float Verbatim = 6.3447f;
    public const float Depth = -0.2467f;

    private static readonly float[] s_values =
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
        DefinesFunction,
        DefinesTypeBare,
        DefinesFunctionBare,
        NamedPath,
        Verbatim,
        Depth,
    ];

    /// <summary>The weights, in the order of <see cref="RankFeature"/>.</summary>
    public static ReadOnlySpan<float> All => s_values;
}
