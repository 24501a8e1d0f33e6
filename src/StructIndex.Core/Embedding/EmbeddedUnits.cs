namespace StructIndex;

/// <summary>The vectors of units.</summary>
/// <param name="Vectors">One row for each piece of a unit, in the order of the units and of their pieces.</param>
/// <param name="RowUnits">For each row the number of its unit.</param>
/// <param name="Model">What made the vectors.</param>
/// <param name="RowKeys">What each row was made of; empty where the units' fields say it.</param>
internal sealed record EmbeddedUnits(VectorStore Vectors, int[] RowUnits, ModelIdentity Model, IReadOnlyList<EmbeddingCacheKey> RowKeys);
