namespace StructIndex;

/// <summary>An answer that was given with a confidence, and whether it was right. What calibration is measured on.</summary>
/// <param name="Confidence">The confidence, for example <see cref="SearchHit.Relevance"/> of a first hit.</param>
/// <param name="IsRight">Whether the answer was right; never for a question that should get none.</param>
internal readonly record struct ConfidenceSample(double Confidence, bool IsRight);
