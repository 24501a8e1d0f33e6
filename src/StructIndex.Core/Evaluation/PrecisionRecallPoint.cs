namespace StructIndex;

/// <summary>What comes of answering only with a confidence of at least a threshold.</summary>
/// <param name="Threshold">Least confidence that is answered.</param>
/// <param name="Precision">Share of the given answers that is right, 0 to 1.</param>
/// <param name="Recall">Share of the questions with a right answer that get it, 0 to 1.</param>
public readonly record struct PrecisionRecallPoint(double Threshold, double Precision, double Recall);
