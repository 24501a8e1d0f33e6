namespace StructIndex;

/// <summary>How often answers are right against how sure they were: on the diagonal, a confidence is a probability.</summary>
public sealed class ReliabilityDiagram
{
    /// <summary>Bins of equal width between 0 and 1.</summary>
    private const int DefaultBins = 10;

    private ReliabilityDiagram(IReadOnlyList<ReliabilityBin> bins, double expectedCalibrationError, double brierScore) =>
        (Bins, ExpectedCalibrationError, BrierScore) = (bins, expectedCalibrationError, brierScore);

    /// <summary>Number of answers.</summary>
    public int Count => Bins.Sum(bin => bin.Count);

    /// <summary>
    /// Mean distance of confidence and share of right answers over ten bins of equal width, each weighed by its answers, 0 to 1 (Naeini,
    /// Cooper and Hauskrecht 2015).
    /// </summary>
    public double ExpectedCalibrationError { get; }

    /// <summary>Mean squared distance of confidence from 1 where right and 0 where wrong, 0 to 1 (Brier 1950).</summary>
    public double BrierScore { get; }

    /// <summary>The bins that hold answers, by confidence.</summary>
    internal IReadOnlyList<ReliabilityBin> Bins { get; }

    /// <summary>Sorts answers into bins of equal width.</summary>
    /// <param name="samples">The answers; confidences from 0 to 1. Empty gives no bins and zeros.</param>
    /// <param name="bins">Number of bins, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A confidence is no number from 0 to 1, or there is no bin.</exception>
    internal static ReliabilityDiagram Of(IReadOnlyCollection<ConfidenceSample> samples, int bins = DefaultBins)
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

/// <summary>Answers of about the same confidence.</summary>
/// <param name="Low">Least confidence of the bin.</param>
/// <param name="High">Where the next bin begins.</param>
/// <param name="Count">Answers in the bin, 1 or more.</param>
/// <param name="MeanConfidence">Their mean confidence.</param>
/// <param name="Accuracy">Share of them that is right.</param>
internal readonly record struct ReliabilityBin(double Low, double High, int Count, double MeanConfidence, double Accuracy);
