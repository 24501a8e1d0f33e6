namespace StructIndex;

/// <summary>A NuGet package a project asks for.</summary>
/// <param name="Id">Package id.</param>
/// <param name="Version">Version or range as written; null where central management says it or nothing does.</param>
internal readonly record struct PackageUse(string Id, string? Version);
