using Microsoft.Extensions.AI;

namespace StructIndex;

/// <summary>How an index is built.</summary>
public sealed record CodeIndexOptions
{
    /// <summary>
    /// The parsers, asked in order; the first that takes a file gets it. Files that none takes become plain text.
    /// </summary>
    /// <value>The default value is empty: every file is plain text. <c>CodeIndexer</c> fills in C#, tree-sitter and text formats.</value>
    public IReadOnlyList<ICodeParser> Parsers { get; init; } = [];

    /// <summary>
    /// Embeds units and queries. The static code model is given the fields of units, so nothing may stand before it; any other generator is
    /// given text, through whatever middleware it has: a generator that fails now and then is wrapped into one that tries again
    /// (<c>DelegatingEmbeddingGenerator</c> over a pipeline of Polly or Microsoft.Extensions.Resilience), since the build ends with its first failure.
    /// </summary>
    /// <value>The default value is null: the index answers from words alone. <c>CodeIndexer</c> fills in the model of the package.</value>
    public IEmbeddingGenerator<string, Embedding<float>>? EmbeddingGenerator { get; init; }

    /// <summary>
    /// Embeddings kept from earlier builds, by the generator's <c>EmbeddingGeneratorMetadata.DefaultModelId</c>, which it must have, and its dimensions, which
    /// each build finds by asking for one vector. Not needed by the static code model, which is faster than a look-up.
    /// </summary>
    /// <value>The default value is null: every unit is embedded anew.</value>
    public EmbeddingCache? EmbeddingCache { get; init; }

    /// <summary>Most texts of one call of the embedding generator; the static code model is not given texts.</summary>
    /// <value>The default value is 64; 1 or more.</value>
    public int EmbeddingBatchSize
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = TextEmbedding.DefaultBatchSize;

    /// <summary>
    /// Most calls of the embedding generator at a time, for one that waits for another machine and is thread-safe. The index is the same for any.
    /// </summary>
    /// <value>The default value is 1; 1 or more.</value>
    public int EmbeddingParallelism
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 1;

    /// <summary>
    /// Whether the edges between units are found while the index is built. With false the units are searchable at the speed of parsing,
    /// and <see cref="CodeIndex.WithEdgesAsync"/> adds the edges later.
    /// </summary>
    /// <value>The default value is true.</value>
    public bool BindEdges { get; init; } = true;

    /// <summary>
    /// Whether what the build learns of each file is kept in memory beside the index, so that <see cref="CodeIndexBuilder.UpdateAsync"/> parses, binds
    /// and embeds only what changed. With false an update works as well, and takes as long as a build.
    /// </summary>
    /// <value>The default value is false.</value>
    public bool KeepForUpdates { get; init; }
}
