namespace StructIndex;

/// <summary>A unit that a change reaches.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Depth">The fewest uses that lead from the unit to the change: 1 for a direct user, 0 for a changed unit.</param>
/// <param name="Certainty">How surely the change reaches it: the least sure edge on the way, of all ways of that depth the surest.</param>
/// <param name="Through">The unit that it uses, one step nearer to the change; null for a changed unit.</param>
/// <param name="Edge">
/// The edge to <paramref name="Through"/>; null for a changed unit, and for a test that only the name of its file ties to one. It leads to
/// another unit where <paramref name="Through"/> stands behind it: a
/// member that overrides or implements the one that is called, another part of a type, or the type of a constructor.
/// </param>
public sealed record ImpactedUnit(CodeUnit Unit, int Depth, EdgeCertainty Certainty, CodeUnit? Through, CodeEdge? Edge);
