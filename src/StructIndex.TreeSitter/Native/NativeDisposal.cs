namespace StructIndex;

/// <summary>Gives native memory back.</summary>
internal static class NativeDisposal
{
    /// <summary>Disposes, or has it done where nobody waits: millions of nodes are freed one by one.</summary>
    /// <param name="resource">A tree, or a parser with the trees it was working on; used no more.</param>
    /// <param name="soon">Whether to return at once, because the caller has cancelled.</param>
    public static void Dispose(IDisposable? resource, bool soon)
    {
        if (soon && resource is not null)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static left => left.Dispose(), resource, preferLocal: false);
        }
        else
        {
            resource?.Dispose();
        }
    }
}
