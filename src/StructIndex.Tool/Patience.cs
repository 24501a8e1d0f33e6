namespace StructIndex;

/// <summary>How long a command that was interrupted may go on: every stage looks at its token, and none is waited for that does so too late.</summary>
internal static class Patience
{
    /// <summary>Time for a command to stop by itself and to remove what it was writing; what it leaves the next save removes.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(150);

    /// <summary>Runs work on another thread and waits for it, after a cancellation only so long.</summary>
    /// <param name="work">The work.</param>
    /// <param name="grace">How long.</param>
    /// <param name="cancellationToken">Given to the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled, and the work stopped or its time is over.</exception>
    public static async Task<int> WaitAsync(Func<CancellationToken, Task<int>> work, TimeSpan grace, CancellationToken cancellationToken)
    {
        using CancellationTokenSource late = new();
        using (cancellationToken.UnsafeRegister(_ => late.CancelAfter(grace), null))
        {
            return await Task.Run(() => work(cancellationToken), CancellationToken.None).WaitAsync(late.Token).ConfigureAwait(false);
        }
    }
}
