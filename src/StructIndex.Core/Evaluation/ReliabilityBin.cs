namespace StructIndex;

/// <summary>Answers of about the same confidence.</summary>
/// <param name="Low">Least confidence of the bin.</param>
/// <param name="High">Where the next bin begins.</param>
/// <param name="Count">Answers in the bin, 1 or more.</param>
/// <param name="MeanConfidence">Their mean confidence.</param>
/// <param name="Accuracy">Share of them that is right.</param>
public readonly record struct ReliabilityBin(double Low, double High, int Count, double MeanConfidence, double Accuracy);
