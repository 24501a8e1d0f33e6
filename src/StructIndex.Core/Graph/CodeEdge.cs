namespace StructIndex;

/// <summary>A directed edge between two units of an index.</summary>
/// <param name="From">The unit that depends on the other.</param>
/// <param name="To">The unit that is used.</param>
/// <param name="Kind">How it is used.</param>
/// <param name="Certainty">How the edge is known.</param>
/// <param name="Line">1-based line of the use, in the file of <paramref name="From"/>.</param>
public sealed record CodeEdge(CodeUnit From, CodeUnit To, EdgeKind Kind, EdgeCertainty Certainty, int Line);
