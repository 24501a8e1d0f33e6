namespace StructIndex;

/// <summary>How often answers are right against how sure they were: on the diagonal, a confidence is a probability.</summary>
/// <param name="Bins">The bins that hold answers, by confidence.</param>
/// <param name="ExpectedCalibrationError">Mean distance of confidence and share of right answers over the bins, each weighed by its answers, 0 to 1 (Naeini, Cooper and Hauskrecht 2015).</param>
/// <param name="BrierScore">Mean squared distance of confidence from 1 where right and 0 where wrong, 0 to 1 (Brier 1950).</param>
public sealed record ReliabilityDiagram(IReadOnlyList<ReliabilityBin> Bins, double ExpectedCalibrationError, double BrierScore)
{
    /// <summary>Bins of equal width between 0 and 1.</summary>
    public const int DefaultBins = 10;

    /// <summary>Sorts answers into bins of equal width.</summary>
    /// <param name="samples">The answers; confidences from 0 to 1. Empty gives no bins and zeros.</param>
    /// <param name="bins">Number of bins, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A confidence is no number from 0 to 1, or there is no bin.</exception>
    public static ReliabilityDiagram Of(IReadOnlyCollection<ConfidenceSample> samples, int bins = DefaultBins)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        foreach (ConfidenceSample sample in samples)
        {
            if (sample.Confidence is not (>= 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(samples), sample.Confidence, "A confidence lies between 0 and 1.");
            }
        }

        ReliabilityBin[] filled =
        [
            .. samples.GroupBy(sample => Math.Min((int)(sample.Confidence * bins), bins - 1))
                .OrderBy(bin => bin.Key)
                .Select(bin => new ReliabilityBin(
                    (double)bin.Key / bins, (double)(bin.Key + 1) / bins, bin.Count(), bin.Average(s => s.Confidence), bin.Average(s => s.IsRight ? 1.0 : 0))),
        ];
        return samples.Count == 0 ? new ReliabilityDiagram([], 0, 0) : new ReliabilityDiagram(
            filled,
            filled.Sum(bin => bin.Count * Math.Abs(bin.Accuracy - bin.MeanConfidence)) / samples.Count,
            samples.Average(sample => Math.Pow(sample.Confidence - (sample.IsRight ? 1 : 0), 2)));
    }
}
