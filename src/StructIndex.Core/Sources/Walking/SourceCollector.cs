namespace StructIndex;

/// <summary>
/// Takes everything a provider has, ordered by path, so that what is built of it does not depend on the order of arrival.
/// </summary>
internal static class SourceCollector
{
    /// <summary>Collects the files.</summary>
    /// <param name="source">The provider.</param>
    /// <param name="onFailure">Called for each file that was not taken.</param>
    /// <param name="onFile">Called with the number of files so far.</param>
    /// <param name="before">Files collected before; one that has not changed is taken again in place of what is read.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<IReadOnlyList<SourceFile>> CollectAsync(
        ISourceProvider source, Action<FileFailure> onFailure, Action<int> onFile, IReadOnlyList<SourceFile> before, CancellationToken cancellationToken)
    {
        Dictionary<string, SourceFile> known = before.ToDictionary(file => file.Path, StringComparer.Ordinal);
        SortedDictionary<string, SourceFile> files = new(StringComparer.Ordinal);
        IAsyncEnumerable<SourceFile> stream = source is IStampedSource stamped ? stamped.ReadAsync(known, onFailure, cancellationToken) : source.ReadAsync(onFailure, cancellationToken);
        await foreach (SourceFile file in stream.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (!files.TryAdd(file.Path, known.TryGetValue(file.Path, out SourceFile? same) && same.TakeOver(file) ? same : file))
            {
                onFailure(new FileFailure(file.Path, FileFailureKind.Duplicate, "Another file with the same path came before it; paths tell files apart."));
            }

            onFile(files.Count);
        }

        return [.. files.Values];
    }
}
