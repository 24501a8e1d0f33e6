namespace StructIndex;

/// <summary>
/// The weights of the ranker's features in the sum that its trees correct (<see cref="FileRanker"/>). Written by the program <c>fit-ranker</c> under
/// <c>benchmarks</c>, which anyone can run again: pairwise logistic regression on 13958 questions in 11 styles about 77 repositories.
/// </summary>
internal static class RankWeights
{
    public const float DenseFile = 0.0526f;
    public const float DenseBest = 0.1533f;
    public const float DenseSecond = 0.0209f;
    public const float DenseShown = 0f;
    public const float DenseWhole = 0.212f;
    public const float LexicalFile = 0.2277f;
    public const float LexicalBest = 0.5414f;
    public const float LexicalWhole = 0.4323f;
    public const float Agreement = 0.1585f;
    public const float Coherence = 0.4141f;
    public const float Coverage = 1.0084f;
    public const float CoverageWhole = 0.8892f;
    public const float WordMatch = 0f;
    public const float Compound = 1.3712f;
    public const float FileNameShare = 0.2423f;
    public const float FileNameRareShare = 0.2829f;
    public const float FileNameCover = 0f;
    public const float UnitNameCover = 0.6469f;
    public const float UnitNameBest = 0.8246f;
    public const float UsedUnits = 0.1342f;
    public const float Mentions = 0.0679f;
    public const float Test = -3.9054f;
    public const float Example = -3.7308f;
    public const float Generated = -3.7503f;
    public const float Private = -1.1019f;
    public const float OldVersion = -2.5794f;
    public const float Compatibility = -3f;
    public const float Prose = -3.8884f;
    public const float Platform = -1.8803f;
    public const float Header = -1.7004f;
    public const float RareLanguage = -0.138f;
    public const float Entry = -0.0174f;
    public const float DefinesFunction = 0.949f;
    public const float DefinesTypeBare = 2.7077f;
    public const float DefinesFunctionBare = 0.7028f;
    public const float NamedPath = 4f;
    public const float Verbatim = 6f;
    public const float Depth = -0.0144f;
    public const float DefinesType = 0.1701f;
    public const float PlainWhole = 0.8164f;
    public const float RareHeld = 0.8053f;
    public const float SymbolsHeld = 0.0633f;
    public const float FileNameUnique = 0.795f;
    public const float FolderCover = 0.7358f;
    public const float Size = -0.1573f;
    public const float PlaceDense = 0.8253f;
    public const float PlaceLexical = 0.4173f;
    public const float PlacePlain = 0.236f;
    public const float QueryWords = 0f;
    public const float QueryChange = 0f;
    public const float QueryAsks = 0f;
    public const float QueryCapital = 0f;
    public const float QuerySymbols = 0f;
    public const float QueryLines = 0f;
    public const float ReachName = 0f;
    public const float ReachUnique = 0f;
    public const float ReachCoverage = 0f;
    public const float ReachVerbatim = 0f;
    public const float ReachUnitName = 0f;
    public const float IndexFiles = 0f;

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
        DefinesType,
        PlainWhole,
        RareHeld,
        SymbolsHeld,
        FileNameUnique,
        FolderCover,
        Size,
        PlaceDense,
        PlaceLexical,
        PlacePlain,
        QueryWords,
        QueryChange,
        QueryAsks,
        QueryCapital,
        QuerySymbols,
        QueryLines,
        ReachName,
        ReachUnique,
        ReachCoverage,
        ReachVerbatim,
        ReachUnitName,
        IndexFiles,
    ];

    /// <summary>The weights, in the order of <see cref="RankFeature"/>.</summary>
    public static ReadOnlySpan<float> All => s_values;
}
