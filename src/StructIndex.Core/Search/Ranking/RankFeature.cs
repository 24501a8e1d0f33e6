namespace StructIndex;

/// <summary>
/// What the ranker knows of a file under a query. Scores of the retrievers are scaled within the query, shares lie between 0 and 1, marks are 0 or 1.
/// Each has a reason that does not depend on a repository; the weights are in <see cref="RankWeights"/>.
/// </summary>
internal enum RankFeature
{
    /// <summary>Soft sum of the cosines of the file's units: a file that answers in three functions is a better answer than one that answers in one.</summary>
    DenseFile,

    /// <summary>The nearest unit.</summary>
    DenseBest,

    /// <summary>The second nearest unit: two that fit are less likely to be chance.</summary>
    DenseSecond,

    /// <summary>The unit that is shown for the file.</summary>
    DenseShown,

    /// <summary>The sum of all the file's vectors: what the file is about as a whole.</summary>
    DenseWhole,

    /// <summary>Soft sum of BM25F over the file's units.</summary>
    LexicalFile,

    /// <summary>The best unit by BM25F.</summary>
    LexicalBest,

    /// <summary>BM25F over the whole file: words that lie in different units still meet.</summary>
    LexicalWhole,

    /// <summary>The lesser of both retrievers: what both find is rarely wrong.</summary>
    Agreement,

    /// <summary>The share of the best units of all files that this one has.</summary>
    Coherence,

    /// <summary>Share of the query's words, by rarity, that the shown unit holds.</summary>
    Coverage,

    /// <summary>Share of the query's words, by rarity, that the file holds.</summary>
    CoverageWhole,

    /// <summary>How near the words of the shown unit come to each of the query's (<see cref="StructIndex.WordMatch"/>); read for snippets alone.</summary>
    WordMatch,

    /// <summary>Words that stand side by side in the query and as one identifier in the file.</summary>
    Compound,

    /// <summary>Share of the words of the file's name that the query names, without those that the files of its folder share (<see cref="FamilyWords"/>).</summary>
    FileNameShare,

    /// <summary>The same, weighed by the rarity of the words.</summary>
    FileNameRareShare,

    /// <summary>Share of the query that the file's name covers.</summary>
    FileNameCover,

    /// <summary>Share of the query that the shown unit's name covers.</summary>
    UnitNameCover,

    /// <summary>The best cover of the query by the name of one of the file's units.</summary>
    UnitNameBest,

    /// <summary>Units of the file that others use.</summary>
    UsedUnits,

    /// <summary>Names of the file that others mention.</summary>
    Mentions,

    /// <summary>A test, unless the query asks for one.</summary>
    Test,

    /// <summary>An example or benchmark, unless the query asks for one.</summary>
    Example,

    /// <summary>Generated code, unless the query asks for it.</summary>
    Generated,

    /// <summary>In a private or internal folder.</summary>
    Private,

    /// <summary>In the folder of an older version, unless the query names the version; 2 where a newer version declares what the query names, and so does this one.</summary>
    OldVersion,

    /// <summary>A compatibility shim.</summary>
    Compatibility,

    /// <summary>Prose or configuration.</summary>
    Prose,

    /// <summary>Written for one platform where the query names none.</summary>
    Platform,

    /// <summary>Declarations whose bodies are elsewhere: a header beside sources, a stub.</summary>
    Header,

    /// <summary>In a language that little of the code is written in.</summary>
    RareLanguage,

    /// <summary>An entry file that stands for its folder.</summary>
    Entry,

    /// <summary>Declares a function or member that the query names.</summary>
    DefinesFunction,

    /// <summary>Declares a type, and the query is nothing but its name; of an interface that n files implement, each of these 1/n.</summary>
    DefinesTypeBare,

    /// <summary>Declares a function, and the query is nothing but its name.</summary>
    DefinesFunctionBare,

    /// <summary>The query names the file by path; 1/n for the n-th frame of a stack trace from the innermost on.</summary>
    NamedPath,

    /// <summary>Share of the query's words that stand in one of the file's units as they do in the query, see <see cref="PhraseMatches"/>.</summary>
    Verbatim,

    /// <summary>Folders above the file.</summary>
    Depth,

    /// <summary>Declares a type that the query names.</summary>
    DefinesType,

    /// <summary>BM25 over the whole file by the query's own words alone, without words near to them and those that ask for a change (<see cref="RequestWords"/>).</summary>
    PlainWhole,

    /// <summary>Share of these words, by the square of their rarity, that the file holds.</summary>
    RareHeld,

    /// <summary>Share of the query's identifiers of several words, by rarity, that the file holds as they are.</summary>
    SymbolsHeld,

    /// <summary>One over the number of files that share it, of the rarest word of the file's name that the query names: a name that only this file has tells most.</summary>
    FileNameUnique,

    /// <summary>Share of the query that the names of the folders above the file cover.</summary>
    FolderCover,

    /// <summary>Logarithm of one more than the number of the file's units.</summary>
    Size,

    /// <summary>One over the file's place among the candidates by <see cref="DenseFile"/>.</summary>
    PlaceDense,

    /// <summary>One over the file's place by <see cref="LexicalFile"/>.</summary>
    PlaceLexical,

    /// <summary>One over the file's place by <see cref="PlainWhole"/>.</summary>
    PlacePlain,

    /// <summary>How many of the query's words tell something, the logarithm of one more. From here on, what is the same for all files of a query.</summary>
    QueryWords,

    /// <summary>The query begins with a word that asks for a change.</summary>
    QueryChange,

    /// <summary>The query begins with a question word.</summary>
    QueryAsks,

    /// <summary>The query begins with a capital letter.</summary>
    QueryCapital,

    /// <summary>Share of the query's words that are identifiers of several words.</summary>
    QuerySymbols,

    /// <summary>Lines of the query, the logarithm of their number.</summary>
    QueryLines,

    /// <summary>The largest <see cref="FileNameCover"/> of any candidate.</summary>
    ReachName,

    /// <summary>The largest <see cref="FileNameUnique"/> of any candidate.</summary>
    ReachUnique,

    /// <summary>The largest <see cref="CoverageWhole"/> of any candidate.</summary>
    ReachCoverage,

    /// <summary>The largest <see cref="Verbatim"/> of any candidate.</summary>
    ReachVerbatim,

    /// <summary>The largest <see cref="UnitNameBest"/> of any candidate.</summary>
    ReachUnitName,

    /// <summary>Logarithm of the number of files of the index.</summary>
    IndexFiles,
}
