namespace StructIndex;

/// <summary>A unit that calls lead to.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Depth">The fewest calls that lead there: 1 for a direct caller or callee.</param>
public readonly record struct ReachedUnit(CodeUnit Unit, int Depth);
