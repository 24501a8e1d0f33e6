using System.Runtime.CompilerServices;

namespace StructIndex;

/// <summary>Works on items some at a time and gives the results in the order of the items.</summary>
internal static class OrderedWork
{
    /// <summary>Runs the work. At most twice <paramref name="threads"/> results wait.</summary>
    public static async IAsyncEnumerable<TResult> RunAsync<TItem, TResult>(
        IReadOnlyList<TItem> items, int threads, Func<TItem, Task<TResult>> work, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Queue<Task<TResult>> running = [];
        using SemaphoreSlim free = new(threads);
        int next = 0;
        while (next < items.Count || running.Count > 0)
        {
            while (next < items.Count && running.Count < 2 * threads)
            {
                TItem item = items[next++];
                running.Enqueue(Task.Run(
                    async () =>
                    {
                        await free.WaitAsync(cancellationToken).ConfigureAwait(false);
                        try
                        {
                            return await work(item).ConfigureAwait(false);
                        }
                        finally
                        {
                            free.Release();
                        }
                    },
                    cancellationToken));
            }

            yield return await running.Dequeue().ConfigureAwait(false);
        }
    }
}
