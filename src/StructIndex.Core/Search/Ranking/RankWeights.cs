namespace StructIndex;

/// <summary>
/// The weights of the ranker's features. Written by the program <c>fit-ranker</c> under <c>benchmarks</c>, which anyone can run again: pairwise logistic
/// regression on 636 questions about 32 repositories. nDCG@10 of these weights 0.923; on a repository that they were not fitted on 0.921.
/// </summary>
internal static class RankWeights
{
    public const float DenseFile = 0.6641f;
    public const float DenseBest = 0.3062f;
    public const float DenseSecond = 0.1586f;
    public const float DenseShown = 0.2969f;
    public const float DenseWhole = 0.5437f;
    public const float LexicalFile = 0.961f;
    public const float LexicalBest = 0.7557f;
    public const float LexicalWhole = 0.8465f;
    public const float Agreement = 0.7895f;
    public const float Coherence = 1.0665f;
    public const float Coverage = 0.6867f;
    public const float CoverageWhole = 0.6335f;
    public const float WordMatch = 0f;
    public const float Compound = 0.9514f;
    public const float FileNameShare = 0.5885f;
    public const float FileNameRareShare = 0.7665f;
    public const float FileNameCover = 1.4467f;
    public const float UnitNameCover = 0.2974f;
    public const float UnitNameBest = 0.3563f;
    public const float Users = 0.1592f;
    public const float UsedUnits = 0.2021f;
    public const float Implementers = 0f;
    public const float Mentions = 0.0606f;
    public const float TopMention = 0.0701f;
    public const float Test = -2.7885f;
    public const float Example = -2.6708f;
    public const float Generated = -2.6236f;
    public const float Private = -2.2712f;
    public const float OldVersion = -2.4096f;
    public const float Compatibility = -2.6562f;
    public const float Prose = -2.7122f;
    public const float Platform = -2.4917f;
    public const float Header = -2.9795f;
    public const float RareLanguage = -0.3015f;
    public const float Entry = -0.2489f;
    public const float ShownModule = 0.1777f;
    public const float ShownType = -0.0567f;
    public const float DefinesType = 0f;
    public const float DefinesFunction = 1.0788f;
    public const float DefinesTypeBare = 0.5972f;
    public const float DefinesFunctionBare = 0f;
    public const float NamedPath = 4f;
    public const float Size = 0.0074f;
    public const float Depth = -0.2109f;

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
        TopMention,
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
        ShownModule,
        ShownType,
        DefinesType,
        DefinesFunction,
        DefinesTypeBare,
        DefinesFunctionBare,
        NamedPath,
        Size,
        Depth,
    ];

    /// <summary>The weights, in the order of <see cref="RankFeature"/>.</summary>
    public static ReadOnlySpan<float> All => Values;
}
