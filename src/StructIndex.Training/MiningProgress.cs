namespace StructIndex;

/// <summary>Where a mining run stands.</summary>
/// <param name="Packages">Packages done.</param>
/// <param name="TotalPackages">Packages of the whole run.</param>
/// <param name="Pairs">Pairs so far.</param>
/// <param name="Package">The package that was done last.</param>
public readonly record struct MiningProgress(int Packages, int TotalPackages, long Pairs, string Package);
