namespace StructIndex;

/// <summary>A unit that a search in a database found.</summary>
/// <param name="Repository">Name of the code base.</param>
/// <param name="Branch">Its branch.</param>
/// <param name="Unit">The unit; its vector is not read.</param>
/// <param name="Score">
/// Reciprocal rank fusion of both legs, above 0 and at most 2/61: for each leg that found the unit 1 / (60 + its rank there). It is no probability.
/// </param>
public sealed record PostgresHit(string Repository, string Branch, CodeUnitRecord Unit, double Score);
