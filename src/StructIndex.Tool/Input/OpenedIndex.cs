namespace StructIndex;

/// <summary>An index that can answer, and what is left to do once it has.</summary>
/// <param name="Index">The index.</param>
/// <param name="Finish">Binds the edges that the index lacks and keeps it for the next question; null where nothing is left.</param>
internal sealed record OpenedIndex(CodeIndex Index, Func<CancellationToken, Task>? Finish);
