using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace StructIndex;

/// <summary>Builds or loads what options ask for, and gives each index as soon as it can answer.</summary>
internal static class IndexStages
{
    /// <summary>The indexes, each better than the one before: first, where that changes no vector, one without edges.</summary>
    public static async IAsyncEnumerable<CodeIndex> RunAsync(StructIndexOptions options, IProgress<IndexProgress> progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (options.Source is null && File.Exists(options.Root))
        {
            yield return await CodeIndexer.LoadAsync(options.Root, options.Index.EmbeddingGenerator, cancellationToken).ConfigureAwait(false);
            yield break;
        }

        ISourceProvider source = options.Source ?? new DirectorySource(options.Root);
        bool edgesLater = options.Index.BindEdges && EmbedsWithoutEdges(options.Index.EmbeddingGenerator);
        CodeIndex index = await CodeIndexer.IndexAsync(source, options.Index with { BindEdges = options.Index.BindEdges && !edgesLater }, progress, cancellationToken).ConfigureAwait(false);
        yield return index;
        if (edgesLater)
        {
            yield return await index.WithEdgesAsync(progress, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether a model reads the fields of a unit alone. Others are given its callers and callees too, and need the edges first.</summary>
    private static bool EmbedsWithoutEdges(IEmbeddingGenerator<string, Embedding<float>>? generator) =>
        generator is null || generator.GetService(typeof(StaticEmbeddingGenerator)) is not null;
}
