namespace StructIndex;

/// <summary>A file that a change added or altered, and where.</summary>
/// <param name="Path">Path relative to the root of the index, separated by <c>/</c>.</param>
/// <param name="Lines">
/// The lines as they are now. An empty range, whose end is the line before its start, stands between two lines where others were removed.
/// </param>
public sealed record ChangedFile(string Path, IReadOnlyList<LineRange> Lines);
