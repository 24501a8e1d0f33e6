namespace StructIndex;

/// <summary>Works on items of unlike size on all cores, the largest first, so that no core ends alone with a large one.</summary>
internal static class LargestFirst
{
    /// <summary>Works on items 0 to <paramref name="count"/> - 1, each once, on any thread.</summary>
    /// <param name="count">Number of items.</param>
    /// <param name="sizeOf">About how much work an item is, in any unit.</param>
    /// <param name="work">The work on one item.</param>
    /// <param name="cancellationToken">Stops between two items.</param>
    public static void Run(int count, Func<int, int> sizeOf, Action<int> work, CancellationToken cancellationToken)
    {
        int[] order = [.. Enumerable.Range(0, count).OrderByDescending(sizeOf)];
        int taken = -1;
        Parallel.For(0, Math.Min(Environment.ProcessorCount, count), new ParallelOptions { CancellationToken = cancellationToken }, _ =>
        {
            for (int next = Interlocked.Increment(ref taken); next < order.Length; next = Interlocked.Increment(ref taken))
            {
                cancellationToken.ThrowIfCancellationRequested();
                work(order[next]);
            }
        });
    }
}
