using System.Runtime.CompilerServices;

namespace StructIndex;

/// <summary>Source files from a stream of the caller's own: a database, an archive, a remote service.</summary>
public sealed class StreamSource : ISourceProvider
{
    private readonly IAsyncEnumerable<SourceFile> _files;

    /// <summary>Creates a source; the stream is read when an index is built.</summary>
    /// <param name="files">The files, in any order; each path once.</param>
    public StreamSource(IAsyncEnumerable<SourceFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        _files = files;
    }

    /// <summary>Null: the files are not known to be on disk.</summary>
    public string? RootDirectory => null;

    /// <inheritdoc/>
    public async IAsyncEnumerable<SourceFile> ReadAsync(Action<FileFailure> onFailure, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(onFailure);
        await foreach (SourceFile file in _files.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            // A stream of the user's own may not look at the token.
            cancellationToken.ThrowIfCancellationRequested();
            yield return file;
        }
    }
}
