namespace StructIndex;

/// <summary>A value that a name takes.</summary>
/// <param name="Assigned">The expression.</param>
/// <param name="Path">Which element of it, where it is taken apart, as it is written behind a container: <c>[1][0]</c>; empty for the whole.</param>
/// <param name="Key">Under which key the name holds it, as written: <c>handlers["open"] = load</c>; null for any.</param>
internal readonly record struct ValueFlow(AssignedValue Assigned, string Path, string? Key);
