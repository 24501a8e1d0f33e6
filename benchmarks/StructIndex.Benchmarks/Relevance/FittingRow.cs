namespace StructIndex.Benchmarks;

/// <summary>One example: the values of the features, whether it is a case of what is looked for, and how much it counts.</summary>
internal sealed record FittingRow(double[] Values, bool Positive, double Weight);
