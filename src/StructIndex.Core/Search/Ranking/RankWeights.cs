namespace StructIndex;

/// <summary>
/// The weights of the ranker's features. Written by the program <c>fit-ranker</c> under <c>benchmarks</c>, which anyone can run again: pairwise logistic
/// regression on 636 questions about 32 repositories. nDCG@10 of these weights 0.913; on a repository that they were not fitted on 0.909.
/// </summary>
internal static class RankWeights
{
    public const float DenseFile = 0.1437f;
    public const float DenseBest = 0.2441f;
    public const float DenseSecond = 0.0232f;
    public const float DenseShown = 0.4186f;
    public const float DenseWhole = 2.6836f;
    public const float LexicalFile = 1.0578f;
    public const float LexicalBest = 0.3549f;
    public const float LexicalWhole = 1.1771f;
    public const float Agreement = 0.0511f;
    public const float Coherence = 0.6894f;
    public const float Coverage = 1.0071f;
    public const float CoverageWhole = 1.2715f;
    public const float Compound = 1.3166f;
    public const float FileNameShare = 0.9539f;
    public const float FileNameCover = 1.4699f;
    public const float FolderCover = 0.1565f;
    public const float UnitNameCover = 0.7468f;
    public const float UnitNameWhole = 0.3609f;
    public const float ContainerCover = 0f;
    public const float Users = 0.1889f;
    public const float UsedUnits = 0.2978f;
    public const float Implementers = 0f;
    public const float Mentions = 0f;
    public const float TopMention = 0.1593f;
    public const float Test = -1.4796f;
    public const float Example = -1.239f;
    public const float Generated = -0.1555f;
    public const float Private = -0.8971f;
    public const float OldVersion = -2.2043f;
    public const float Compatibility = -1.7133f;
    public const float Prose = -1.4488f;
    public const float Entry = -0.5344f;
    public const float ShownModule = 0.0669f;
    public const float ShownType = 0.0907f;
    public const float DefinesType = 0f;
    public const float DefinesFunction = 1.3119f;
    public const float DefinesTypeBare = 0.6558f;
    public const float DefinesFunctionBare = 0f;
    public const float DefinitionSize = 0f;
    public const float NamedPath = 0f;
    public const float Size = -0.1133f;

    public const float DeclaredCover = 0f;
    public const float Platform = 0f;
    public const float Header = 0f;
    public const float RareLanguage = 0f;
    public const float Depth = 0f;
    public const float FileNameRareShare = 0f;
    public const float UnitNameBest = 0f;
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
        Compound,
        FileNameShare,
        FileNameRareShare,
        UnitNameBest,
        FileNameCover,
        DeclaredCover,
        FolderCover,
        UnitNameCover,
        UnitNameWhole,
        ContainerCover,
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
        DefinitionSize,
        NamedPath,
        Size,
        Depth,
    ];

    /// <summary>The weights, in the order of <see cref="RankFeature"/>.</summary>
    public static ReadOnlySpan<float> All => Values;
}
