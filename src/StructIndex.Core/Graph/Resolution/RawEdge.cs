namespace StructIndex;

/// <summary>An edge between the indexes of two units, before edges are ordered and joined.</summary>
internal readonly record struct RawEdge(int From, int To, EdgeKind Kind, EdgeCertainty Certainty, int Line);
