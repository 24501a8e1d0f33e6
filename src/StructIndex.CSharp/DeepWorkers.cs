namespace StructIndex;

/// <summary>
/// Runs work on threads with a large stack: the compiler descends recursively, and its own guard gives up only when a stack runs low.
/// The compiler does not look at a token while it is inside one statement, and hostile code can keep it there for hours; so a thread
/// that does not hear that its time is over, or that all shall stop, is left behind and its result forgotten.
/// </summary>
internal static class DeepWorkers
{
    /// <summary>Runs the work for each item, on as many threads as there are processors. Items are taken in order.</summary>
    /// <typeparam name="T">What is worked on.</typeparam>
    /// <typeparam name="TResult">What comes of it.</typeparam>
    /// <param name="items">The items.</param>
    /// <param name="work">
    /// The work, with a token that tells when its time is over or all shall stop. It changes nothing that others see: it may be left behind
    /// and end at any time.
    /// </param>
    /// <param name="limit">Time an item may take; see <see cref="WorkClock"/>.</param>
    /// <param name="overdue">The result for an item that took longer.</param>
    /// <param name="onDone">Called once for each item that has its result, from any thread.</param>
    /// <param name="cancellationToken">Stops the work; threads that do not hear of it in a tenth of a second are left behind.</param>
    /// <returns>The results in the order of the items.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static TResult[] Map<T, TResult>(
        IReadOnlyList<T> items,
        Func<T, CancellationToken, TResult> work,
        Func<T, TimeSpan> limit,
        Func<T, TResult> overdue,
        Action<T>? onDone,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TResult[] results = new TResult[items.Count];
        WorkCrew crew = new(
            items.Count,
            (i, token) =>
            {
                TResult result = work(items[i], token);
                return () => results[i] = result;
            },
            i => limit(items[i]),
            i => results[i] = overdue(items[i]),
            i => onDone?.Invoke(items[i]));
        using (cancellationToken.UnsafeRegister(static crew => ((WorkCrew)crew!).Stop(), crew))
        {
            crew.Run();
        }

        cancellationToken.ThrowIfCancellationRequested();
        return results;
    }
}
