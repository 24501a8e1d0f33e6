namespace StructIndex;

/// <summary>A use of a unit that a database holds.</summary>
/// <param name="From">Qualified name of what calls.</param>
/// <param name="To">Qualified name of what is called.</param>
/// <param name="Path">The caller's file.</param>
/// <param name="Line">1-based line of the use.</param>
/// <param name="Certainty">How the edge is known.</param>
public sealed record PostgresCaller(string From, string To, string Path, int Line, EdgeCertainty Certainty);
