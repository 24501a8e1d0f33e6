namespace StructIndex;

/// <summary>A file that a query names.</summary>
/// <param name="Path">The path as written, <c>/</c>-separated: often only the end of one, or one on another machine.</param>
/// <param name="Line">The 1-based line that stands beside it; 0 for none.</param>
internal readonly record struct QueryPlace(string Path, int Line);
