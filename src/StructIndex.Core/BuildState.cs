namespace StructIndex;

/// <summary>What a build knew beside the index it made, kept so that an update repeats only what changed.</summary>
/// <param name="Options">How the index was built.</param>
/// <param name="Files">The files that were read, by path.</param>
/// <param name="Failures">The files that could not be read.</param>
/// <param name="Outputs">What each parser made of its share of the files.</param>
/// <param name="Units">The units.</param>
/// <param name="Resolved">What the references of each file were resolved to; null for an index without edges.</param>
/// <param name="Words">The counted words of each file; null to count them anew.</param>
/// <param name="RowKeys">What each row of the vectors was made of; empty where the units' fields say it.</param>
internal sealed record BuildState(
    CodeIndexOptions Options,
    IReadOnlyList<SourceFile> Files,
    IReadOnlyList<FileFailure> Failures,
    IReadOnlyDictionary<ICodeParser, ParserOutput> Outputs,
    UnitSet Units,
    ResolvedFiles? Resolved,
    LexicalMemory? Words,
    IReadOnlyList<EmbeddingCacheKey> RowKeys)
{
    /// <summary>Whether an index built with other options would be made of the same parts, but for the edges.</summary>
    public bool Fits(CodeIndexOptions options) =>
        ReferenceEquals(options.EmbeddingGenerator, Options.EmbeddingGenerator) && options.Parsers.SequenceEqual(Options.Parsers, ReferenceEqualityComparer.Instance);

    /// <summary>Whether the index has the edges, and vectors made with or without them, that one built with other options would have.</summary>
    public bool HasEdgesOf(CodeIndexOptions options) => Resolved is not null == options.BindEdges && (RowKeys.Count == 0 || Options.BindEdges == options.BindEdges);
}
