namespace StructIndex.Benchmarks;

/// <summary>What trees are fitted on.</summary>
/// <param name="Rows">The features, row by row.</param>
/// <param name="Width">Number of features of a row.</param>
/// <param name="Labels">For each row what it is worth, 0 or 1.</param>
/// <param name="Weights">For each row how much it counts.</param>
/// <param name="Groups">The lengths of the runs of rows that are ordered among themselves; null where rows stand alone.</param>
/// <param name="Start">For each row the score that the trees add to; null for 0.</param>
internal sealed record TrainingTable(float[] Rows, int Width, float[] Labels, float[] Weights, int[]? Groups, double[]? Start);
