namespace StructIndex;

/// <summary>A value that a name takes.</summary>
/// <param name="Assigned">The expression.</param>
/// <param name="Index">Which element of it, where it is taken apart: <c>first, second = steps</c>; -1 for the whole.</param>
/// <param name="Key">Under which key the name holds it, as written: <c>handlers["open"] = load</c>; null for any.</param>
internal readonly record struct ValueFlow(AssignedValue Assigned, int Index, string? Key);
