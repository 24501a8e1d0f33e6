namespace StructIndex;

/// <summary>A file that could not be read, or only in part.</summary>
/// <param name="Path">Its path from the root.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Message">The same in a sentence.</param>
internal sealed record FailureItem(string Path, string Kind, string Message);
