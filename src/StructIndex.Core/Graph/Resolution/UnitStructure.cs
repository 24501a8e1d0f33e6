namespace StructIndex;

/// <summary>What holds what. Indexes of units; -1 for none.</summary>
/// <param name="ContainingTypes">For each unit the type or namespace it is a member of: its first part, where there are several.</param>
/// <param name="PrimaryParts">
/// For each part of a type written in several places (partial, reopened) its first part; -1 where there is only one.
/// </param>
internal sealed record UnitStructure(int[] ContainingTypes, int[] PrimaryParts);
