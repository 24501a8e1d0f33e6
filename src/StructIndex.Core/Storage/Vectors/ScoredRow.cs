namespace StructIndex;

/// <summary>A row of a vector store and its cosine with a query.</summary>
/// <param name="Row">0-based row.</param>
/// <param name="Score">Cosine, -1 to 1; 0 where either vector is zero.</param>
internal readonly record struct ScoredRow(int Row, float Score);
