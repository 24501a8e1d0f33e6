namespace StructIndex;

/// <summary>A word of a query that the index does not hold, and what it was taken for.</summary>
/// <param name="Written">The word as the query has it.</param>
/// <param name="ReadAs">One word of the index, or two: <c>retry</c> for <c>retyr</c>, <c>inherit doc</c> for <c>inheritdoc</c>.</param>
public sealed record WordReading(string Written, string ReadAs);
