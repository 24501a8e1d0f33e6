namespace StructIndex;

/// <summary>
/// The weights of the ranker's features. Written by the program <c>fit-ranker</c> under <c>benchmarks</c>, which anyone can run again: pairwise logistic
/// regression on 636 questions about 32 repositories. nDCG@10 of these weights 0.923; on a repository that they were not fitted on 0.920.
/// </summary>
internal static class RankWeights
{
    public const float DenseFile = 0.6492f;
    public const float DenseBest = 0.289f;
    public const float DenseSecond = 0.1553f;
    public const float DenseShown = 0.2892f;
    public const float DenseWhole = 0.5726f;
    public const float LexicalFile = 0.9316f;
    public const float LexicalBest = 0.7433f;
    public const float LexicalWhole = 0.8305f;
    public const float Agreement = 0.7603f;
    public const float Coherence = 1.0523f;
    public const float Coverage = 0.7203f;
    public const float CoverageWhole = 0.6369f;
    public const float Compound = 0.9153f;
    public const float FileNameShare = 0.5421f;
    public const float FileNameRareShare = 0.7168f;
    public const float FileNameCover = 1.4292f;
    public const float DeclaredCover = 0.2534f;
    public const float FolderCover = 0.085f;
    public const float UnitNameCover = 0.1842f;
    public const float UnitNameBest = 0.2581f;
    public const float UnitNameWhole = 0.2802f;
    public const float ContainerCover = 0.1237f;
    public const float Users = 0.1577f;
    public const float UsedUnits = 0.1964f;
    public const float Implementers = 0f;
    public const float Mentions = 0.0558f;
    public const float TopMention = 0.0626f;
    public const float Test = -2.7856f;
    public const float Example = -2.6667f;
    public const float Generated = -2.6226f;
    public const float Private = -2.2772f;
    public const float OldVersion = -2.4288f;
    public const float Compatibility = -2.655f;
    public const float Prose = -2.706f;
    public const float Platform = -2.4863f;
    public const float Header = -2.9626f;
    public const float RareLanguage = -0.2981f;
    public const float Entry = -0.2593f;
    public const float ShownModule = 0.1334f;
    public const float ShownType = -0.0579f;
    public const float DefinesType = 0f;
    public const float DefinesFunction = 0.7434f;
    public const float DefinesTypeBare = 0.3628f;
    public const float DefinesFunctionBare = 0f;
    public const float DefinitionSize = 0.3817f;
    public const float NamedPath = 4f;
    public const float Size = 0.0043f;
    public const float Depth = -0.2048f;

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
