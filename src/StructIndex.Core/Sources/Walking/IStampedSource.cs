namespace StructIndex;

/// <summary>A provider that need not open a file whose stamp is that of one read before.</summary>
internal interface IStampedSource
{
    /// <summary>Streams the files as <see cref="ISourceProvider.ReadAsync"/> does.</summary>
    /// <param name="known">Files read before, by path; those that have not changed are given again.</param>
    /// <param name="onFailure">Called for each file that could not be taken; may be called from any thread.</param>
    /// <param name="cancellationToken">Stops the stream.</param>
    IAsyncEnumerable<SourceFile> ReadAsync(IReadOnlyDictionary<string, SourceFile> known, Action<FileFailure> onFailure, CancellationToken cancellationToken);
}
