namespace StructIndex;

/// <summary>A term of the index that a query names.</summary>
/// <param name="Term">The term.</param>
/// <param name="Word">The word of the query that names it.</param>
/// <param name="Similarity">How well, 0 to 1.</param>
/// <param name="Cover">The share of the query that the term covers alone.</param>
internal readonly record struct NamedTerm(int Term, int Word, float Similarity, float Cover);
