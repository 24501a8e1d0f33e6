namespace StructIndex;

/// <summary>
/// What a change of some units reaches. Lists are ordered by depth, then from the surest to the least sure, then by path and line.
/// </summary>
/// <param name="Changed">The changed units, by path and line.</param>
/// <param name="Tests">
/// The tests that the change reaches, those of files named after a changed one first. Where a file is named after a changed one and none of
/// its tests is reached by edges, all its tests are here too, as <see cref="EdgeCertainty.NameOnly"/> without an edge.
/// </param>
/// <param name="Reached">All other units that the change reaches; helpers of tests are among them.</param>
public sealed record ChangeImpact(IReadOnlyList<CodeUnit> Changed, IReadOnlyList<ImpactedUnit> Tests, IReadOnlyList<ImpactedUnit> Reached);
