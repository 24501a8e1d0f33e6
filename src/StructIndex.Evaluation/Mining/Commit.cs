namespace StructIndex;

/// <summary>A commit without its text.</summary>
/// <param name="Id">Short id.</param>
/// <param name="Subject">First line of its message.</param>
/// <param name="Changed">Files below the folder that it added or changed, relative to the folder.</param>
/// <param name="Count">Number of files that it touched in any way, anywhere.</param>
internal sealed record Commit(string Id, string Subject, IReadOnlyList<string> Changed, int Count);
