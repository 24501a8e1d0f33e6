namespace StructIndex;

/// <summary>What an answer is worth when only the surest are given: the share of wrong ones (risk) against the share of questions answered (coverage).</summary>
/// <param name="Points">One for each distinct confidence, from the surest on; equal confidences are answered together.</param>
/// <param name="Area">Area under the curve, AURC: the mean risk over all coverages, 0 to 1, less is better (Geifman and El-Yaniv 2017).</param>
public sealed record RiskCoverageCurve(IReadOnlyList<RiskCoveragePoint> Points, double Area)
{
    /// <summary>Draws the curve.</summary>
    /// <param name="samples">One for each question: its surest answer. Empty gives no points.</param>
    public static RiskCoverageCurve Of(IReadOnlyCollection<ConfidenceSample> samples)
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
