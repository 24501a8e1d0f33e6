using System.Runtime.CompilerServices;

namespace StructIndex;

/// <summary>Reads many files at once and gives them in the order asked for.</summary>
internal static class OrderedReading
{
    /// <summary>Files a task reads in a row: enough that the hand-over costs nothing, few enough to keep the window small.</summary>
    private const int BatchFiles = 16;

    /// <summary>Batches read ahead; files wait in memory for those before them, so more cores than this add nothing.</summary>
    private static readonly int s_window = 2 * Math.Min(Environment.ProcessorCount, 8);

    /// <summary>Reads the items; failures are reported in order, too.</summary>
    /// <typeparam name="T">What names a file.</typeparam>
    /// <param name="items">The files, in order.</param>
    /// <param name="read">Reads one, on any thread.</param>
    /// <param name="onFailure">Called for each failure, in order.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async IAsyncEnumerable<SourceFile> RunAsync<T>(
        IReadOnlyList<T> items,
        Func<T, (SourceFile? File, FileFailure? Failure)> read,
        Action<FileFailure> onFailure,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Queue<Task<(SourceFile? File, FileFailure? Failure)[]>> window = new();
        int next = 0;
        try
        {
            while (next < items.Count || window.Count > 0)
            {
                while (next < items.Count && window.Count < s_window)
                {
                    int from = next;
                    next = Math.Min(next + BatchFiles, items.Count);
                    int to = next;
                    window.Enqueue(Task.Run(() => ReadBatch(items, from, to, read, stop.Token), stop.Token));
                }

                foreach ((SourceFile? file, FileFailure? failure) in await window.Dequeue().ConfigureAwait(false))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    if (failure is not null)
                    {
                        onFailure(failure);
                    }

                    if (file is not null)
                    {
                        yield return file;
                    }
                }
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(window.Cast<Task>()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static (SourceFile? File, FileFailure? Failure)[] ReadBatch<T>(
        IReadOnlyList<T> items, int from, int to, Func<T, (SourceFile? File, FileFailure? Failure)> read, CancellationToken cancellationToken)
    {
        (SourceFile? File, FileFailure? Failure)[] results = new (SourceFile?, FileFailure?)[to - from];
        for (int i = from; i < to; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            results[i - from] = read(items[i]);
        }

        return results;
    }
}
