namespace StructIndex;

/// <summary>What comes of answering only with a confidence of at least a threshold.</summary>
/// <param name="Threshold">Least confidence that is answered.</param>
/// <param name="Coverage">Share of all questions that is answered, 0 to 1.</param>
/// <param name="Risk">Share of the given answers that is wrong, 0 to 1.</param>
public readonly record struct RiskCoveragePoint(double Threshold, double Coverage, double Risk);
