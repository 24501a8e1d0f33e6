namespace StructIndex;

/// <summary>
/// The weights of the ranker's features. Written by the program <c>fit-ranker</c> under <c>benchmarks</c>, which anyone can run again: pairwise logistic
/// regression on 636 questions about 32 repositories. nDCG@10 of these weights 0.923; on a repository that they were not fitted on 0.923.
/// </summary>
internal static class RankWeights
{
    public const float DenseFile = 0.5387f;
    public const float DenseBest = 0.2828f;
    public const float DenseSecond = 0.2448f;
    public const float DenseShown = 0.2772f;
    public const float DenseWhole = 0.5258f;
    public const float LexicalFile = 0.8961f;
    public const float LexicalBest = 0.7244f;
    public const float LexicalWhole = 0.8356f;
    public const float Agreement = 0.7712f;
    public const float Coherence = 0.9714f;
    public const float Coverage = 0.7557f;
    public const float CoverageWhole = 0.64f;
    public const float Compound = 0.9001f;
    public const float FileNameShare = 0.6384f;
    public const float FileNameRareShare = 0.7225f;
    public const float FileNameCover = 1.412f;
    public const float DeclaredCover = 0.3115f;
    public const float FolderCover = 0.3587f;
    public const float UnitNameCover = 0.4153f;
    public const float UnitNameBest = 0.3341f;
    public const float UnitNameWhole = 0.299f;
    public const float ContainerCover = 0f;
    public const float Users = 0.1961f;
    public const float UsedUnits = 0.2037f;
    public const float Implementers = 0f;
    public const float Mentions = 0.0584f;
    public const float TopMention = 0.077f;
    public const float Test = -2.8766f;
    public const float Example = -2.7243f;
    public const float Generated = -2.6882f;
    public const float Private = -2.3103f;
    public const float OldVersion = -2.4196f;
    public const float Compatibility = -2.7251f;
    public const float Prose = -2.7589f;
    public const float Platform = -2.5633f;
    public const float Header = -3.1131f;
    public const float RareLanguage = -0.3129f;
    public const float Entry = -0.1982f;
    public const float ShownModule = 0.0701f;
    public const float ShownType = -0.0588f;
    public const float DefinesType = 0f;
    public const float DefinesFunction = 0.7502f;
    public const float DefinesTypeBare = 0.3245f;
    public const float DefinesFunctionBare = 0f;
    public const float DefinitionSize = 0.3086f;
    public const float NamedPath = 4f;
    public const float Size = 0.0039f;
    public const float Depth = -0.2248f;

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
        FileNameCover,
        DeclaredCover,
        FolderCover,
        UnitNameCover,
        UnitNameBest,
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
