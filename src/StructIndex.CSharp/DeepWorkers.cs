using System.Runtime.ExceptionServices;

namespace StructIndex;

/// <summary>
/// Runs work on threads with a large stack: the compiler descends recursively, and its own guard gives up only when a stack runs low.
/// </summary>
internal static class DeepWorkers
{
    /// <summary>Deep enough for code nested to <see cref="NestingCheck.MaxDepth"/>, with room to spare; memory is only taken when used.</summary>
    private const int StackBytes = 64 << 20;

    /// <summary>Runs the action for each item, on as many threads as there are processors. Items are taken in order.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static void ForEach<T>(IReadOnlyList<T> items, Action<T> action, CancellationToken cancellationToken)
    {
        int next = -1;
        ExceptionDispatchInfo? failure = null;
        void Work()
        {
            try
            {
                for (int i = Interlocked.Increment(ref next); i < items.Count && failure is null; i = Interlocked.Increment(ref next))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    action(items[i]);
                }
            }
            catch (Exception e)
            {
                // Carried over to the caller's thread; nothing may escape from a bare thread.
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(e), null);
            }
        }

        Thread[] threads = new Thread[Math.Clamp(items.Count, 1, Environment.ProcessorCount)];
        for (int i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(Work, StackBytes) { IsBackground = true, Name = "StructIndex C#" };
            threads[i].Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        failure?.Throw();
        cancellationToken.ThrowIfCancellationRequested();
    }
}
