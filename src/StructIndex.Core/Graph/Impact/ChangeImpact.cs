namespace StructIndex;

/// <summary>What a change of some units reaches. Lists are ordered by depth, then from the surest to the least sure, then by path and line.</summary>
/// <param name="Changed">The changed units, by path and line.</param>
/// <param name="Tests">The tests that the change reaches, changed ones first.</param>
/// <param name="Reached">All other units that the change reaches; helpers of tests are among them.</param>
public sealed record ChangeImpact(IReadOnlyList<CodeUnit> Changed, IReadOnlyList<ImpactedUnit> Tests, IReadOnlyList<ImpactedUnit> Reached);
