namespace StructIndex;

/// <summary>
/// What an answer is worth when only the surest are given: the share of wrong ones (risk) against the share of questions answered
/// (coverage).
/// </summary>
public sealed class RiskCoverageCurve
{
    private RiskCoverageCurve(IReadOnlyList<RiskCoveragePoint> points, double area) => (Points, Area) = (points, area);

    /// <summary>
    /// Area under the curve, AURC: the mean risk over all coverages, 0 to 1, less is better (Geifman and El-Yaniv 2017); 0 where nothing
    /// was answered.
    /// </summary>
    public double Area { get; }

    /// <summary>One for each distinct confidence, from the surest on; equal confidences are answered together.</summary>
    internal IReadOnlyList<RiskCoveragePoint> Points { get; }

    /// <summary>Draws the curve.</summary>
    /// <param name="samples">One for each question: its surest answer. Empty gives no points.</param>
    internal static RiskCoverageCurve Of(IReadOnlyCollection<ConfidenceSample> samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        List<RiskCoveragePoint> points = [];
        int answered = 0, wrong = 0;
        double area = 0;
        foreach (IGrouping<double, ConfidenceSample> tied in samples.GroupBy(sample => sample.Confidence).OrderByDescending(group => group.Key))
        {
            int count = tied.Count();
            answered += count;
            wrong += tied.Count(sample => !sample.IsRight);
            double risk = (double)wrong / answered;
            points.Add(new RiskCoveragePoint(tied.Key, (double)answered / samples.Count, risk));
            area += risk * count;
        }

        // Divided once, so that a risk of 1 throughout is an area of 1.
        return new RiskCoverageCurve(points, samples.Count == 0 ? 0 : area / samples.Count);
    }

    /// <summary>The largest share of questions that can be answered with no more than a given risk; 0 where none can.</summary>
    /// <param name="risk">Greatest risk, 0 to 1.</param>
    public double CoverageAt(double risk) => Points.Where(point => point.Risk <= risk).Select(point => point.Coverage).DefaultIfEmpty().Max();
}

/// <summary>What comes of answering only with a confidence of at least a threshold.</summary>
/// <param name="Threshold">Least confidence that is answered.</param>
/// <param name="Coverage">Share of all questions that is answered, 0 to 1.</param>
/// <param name="Risk">Share of the given answers that is wrong, 0 to 1.</param>
internal readonly record struct RiskCoveragePoint(double Threshold, double Coverage, double Risk);
