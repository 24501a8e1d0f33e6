using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace StructIndex;

/// <summary>Builds or loads what options ask for, and keeps it up to date.</summary>
internal sealed class IndexWork(StructIndexOptions options, IProgress<IndexProgress> progress)
{
    private readonly bool _isFile = options.Source is null && File.Exists(options.Root);
    private readonly CodeIndexOptions _index = options.Index with { KeepForUpdates = options.UpdateEvery is not null };
    private ISourceProvider? _source;
    private CodeIndexBuilder? _builder;

    /// <summary>How long to wait before the next update; null where the index stays as it is.</summary>
    public TimeSpan? UpdateEvery => _isFile ? null : options.UpdateEvery;

    /// <summary>The first indexes, each better than the one before: where that changes no vector, one without edges before the one with them.</summary>
    public async IAsyncEnumerable<CodeIndex> BuildAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (_isFile)
        {
            yield return await CodeIndexer.LoadAsync(options.Root, _index.EmbeddingGenerator, cancellationToken).ConfigureAwait(false);
            yield break;
        }

        _source = options.Source ?? new DirectorySource(options.Root);
        _builder = CodeIndexer.CreateBuilder(_index);
        if (!_index.BindEdges || !EmbedsWithoutEdges(_index.EmbeddingGenerator))
        {
            yield return await _builder.BuildAsync(_source, progress, cancellationToken).ConfigureAwait(false);
            yield break;
        }

        CodeIndex index = await CodeIndexer.CreateBuilder(_index with { BindEdges = false }).BuildAsync(_source, progress, cancellationToken).ConfigureAwait(false);
        yield return index;
        yield return await index.WithEdgesAsync(progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The index of the files as they are now.</summary>
    /// <param name="index">The last of those that <see cref="BuildAsync"/> gave, or what this gave before.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<CodeIndex> UpdateAsync(CodeIndex index, CancellationToken cancellationToken)
    {
        if (options.Source is null && !Directory.Exists(options.Root))
        {
            throw new DirectoryNotFoundException($"The folder {options.Root} is gone; the index answers as of before.");
        }

        return await _builder!.UpdateAsync(index, _source!, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether a model reads the fields of a unit alone. Others are given its callers and callees too, and need the edges first.</summary>
    private static bool EmbedsWithoutEdges(IEmbeddingGenerator<string, Embedding<float>>? generator) =>
        generator is null or StaticEmbeddingGenerator;
}
