using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace StructIndex;

/// <summary>Builds or loads what options ask for, and says what follows its files.</summary>
internal sealed class IndexWork(StructIndexOptions options, IEmbeddingGenerator<string, Embedding<float>>? generator, IProgress<IndexProgress> progress)
{
    private readonly bool _isFile = options.Source is null && File.Exists(options.Root);
    private readonly CodeIndexOptions _index = options.Index with { EmbeddingGenerator = generator, KeepForUpdates = options.Watcher is not null || options.Kept is not null || options.IndexFile is not null };
    private readonly IKeptIndex? _kept = options.Kept ?? (options.IndexFile is { } file ? new KeptFile(file) : null);
    private CodeIndex? _begun;
    private ISourceProvider? _source;
    private CodeIndexBuilder? _builder;

    /// <summary>
    /// The first indexes, each better than the one before: where that changes no vector, one without edges before the one with them. Only one where an index was kept, which is updated.
    /// </summary>
    /// <param name="onUnread">Called with why the index that was kept is built anew.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async IAsyncEnumerable<CodeIndex> BuildAsync(Action<Exception> onUnread, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (_isFile)
        {
            yield return await CodeIndexer.LoadAsync(options.Root, generator, cancellationToken).ConfigureAwait(false);
            yield break;
        }

        _source = options.Source ?? new DirectorySource(options.Root);
        _builder = CodeIndexer.CreateBuilder(_index);
        _begun = await LoadKeptAsync(onUnread, cancellationToken).ConfigureAwait(false);
        if (_begun is not null)
        {
            yield return await _builder.UpdateAsync(_begun, _source, progress, cancellationToken).ConfigureAwait(false);
            yield break;
        }

        if (!_index.BindEdges || !EmbedsWithoutEdges(generator))
        {
            yield return await _builder.BuildAsync(_source, progress, cancellationToken).ConfigureAwait(false);
            yield break;
        }

        CodeIndex index = await CodeIndexer.CreateBuilder(_index with { BindEdges = false }).BuildAsync(_source, progress, cancellationToken).ConfigureAwait(false);
        yield return index;
        yield return await index.WithEdgesAsync(progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Follows the files from here on.</summary>
    /// <param name="index">The last of the indexes that <see cref="BuildAsync"/> gave.</param>
    /// <param name="onFailure">Called when an update fails, once until one succeeds.</param>
    /// <returns>The watcher; null where the index stays as it is.</returns>
    public CodeIndexWatcher? Watch(CodeIndex index, Action<Exception> onFailure) => _isFile || options.Watcher is null ? null : _builder!.Watch(index, _source!, options.Watcher with { OnFailure = options.Watcher.OnFailure + onFailure });

    /// <summary>Keeps the last of the indexes that <see cref="BuildAsync"/> gave for the next run, where that was asked for and it is not what was kept already.</summary>
    /// <param name="index">The index.</param>
    /// <param name="cancellationToken">Stops the saving.</param>
    public Task KeepAsync(CodeIndex index, CancellationToken cancellationToken) => _isFile || _kept is null || ReferenceEquals(index, _begun) ? Task.CompletedTask : _kept.SaveAsync(_builder!, index, cancellationToken);

    private async Task<CodeIndex?> LoadKeptAsync(Action<Exception> onUnread, CancellationToken cancellationToken)
    {
        try
        {
            return _kept is null ? null : await _kept.LoadAsync(_builder!, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is StructIndexException or IOException or UnauthorizedAccessException)
        {
            onUnread(e);
            return null;
        }
    }

    /// <summary>Whether a model reads the fields of a unit alone. Others are given its callers and callees too, and need the edges first.</summary>
    private static bool EmbedsWithoutEdges(IEmbeddingGenerator<string, Embedding<float>>? generator) =>
        generator is null or StaticEmbeddingGenerator;
}
