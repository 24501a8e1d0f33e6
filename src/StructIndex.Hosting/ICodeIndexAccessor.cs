namespace StructIndex;

/// <summary>
/// Where the rest of an application finds the current index. <c>AddStructIndex</c> registers one that is built in the background; an
/// application that keeps its index otherwise registers its own. Thread-safe.
/// </summary>
public interface ICodeIndexAccessor
{
    /// <summary>The current index; null until the first can answer. It is immutable: hold on to it for the length of one request.</summary>
    CodeIndex? Current { get; }

    /// <summary>How much is there, and how far the work has come.</summary>
    CodeIndexState State { get; }

    /// <summary>Waits for an index.</summary>
    /// <param name="withEdges">Whether the edges must be there too; false takes what can be searched.</param>
    /// <param name="cancellationToken">Stops the waiting, and nothing else.</param>
    /// <returns>The current index, at once where it is there.</returns>
    /// <exception cref="StructIndexException">The build failed, and there is no index from before.</exception>
    Task<CodeIndex> WaitAsync(bool withEdges = false, CancellationToken cancellationToken = default);
}
