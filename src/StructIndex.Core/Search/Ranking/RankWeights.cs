namespace StructIndex;

/// <summary>
/// The weights of the ranker's features in the sum that its trees correct (<see cref="FileRanker"/>). Written by the program <c>fit-ranker</c> under
/// <c>benchmarks</c>, which anyone can run again: pairwise logistic regression on 13632 questions in 11 styles about 92 repositories.
/// </summary>
internal static class RankWeights
{
    public const float DenseFile = 0f;
    public const float DenseBest = 0.0381f;
    public const float DenseSecond = 0.1079f;
    public const float DenseShown = 0f;
    public const float DenseWhole = 0.1369f;
    public const float LexicalFile = 0.2192f;
    public const float LexicalBest = 0.5296f;
    public const float LexicalWhole = 0.1287f;
    public const float Agreement = 0f;
    public const float Coherence = 0.5669f;
    public const float Coverage = 1.1401f;
    public const float CoverageWhole = 1.0712f;
    public const float WordMatch = 0f;
    public const float Compound = 1.0998f;
    public const float FileNameShare = 0.2703f;
    public const float FileNameRareShare = 0.2688f;
    public const float FileNameCover = 0f;
    public const float UnitNameCover = 0.9327f;
    public const float UnitNameBest = 1.2508f;
    public const float UsedUnits = 0.1126f;
    public const float Mentions = 0.0416f;
    public const float Test = -3.7094f;
    public const float Example = -3.6074f;
    public const float Generated = -3.7844f;
    public const float Private = -0.5474f;
    public const float OldVersion = -3.3025f;
    public const float Compatibility = -3f;
    public const float Prose = -3.7825f;
    public const float Platform = -2.1895f;
    public const float Header = -1.8478f;
    public const float RareLanguage = -0.5107f;
    public const float Entry = -0.0295f;
    public const float DefinesFunction = 1.4022f;
    public const float DefinesTypeBare = 2.6296f;
    public const float DefinesFunctionBare = 0.8925f;
    public const float NamedPath = 4f;
    public const float Verbatim = 6f;
    public const float Depth = -0.0245f;
    public const float DefinesType = 0.545f;
    public const float PlainWhole = 0.8001f;
    public const float RareHeld = 0.8068f;
    public const float SymbolsHeld = 0.1368f;
    public const float FileNameUnique = 0.4807f;
    public const float FolderCover = -0.0774f;
    public const float Size = -0.1538f;
    public const float PlaceDense = 0.5973f;
    public const float PlaceLexical = 0.5728f;
    public const float PlacePlain = 0.3312f;
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
