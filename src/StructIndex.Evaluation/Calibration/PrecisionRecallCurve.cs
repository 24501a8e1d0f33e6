namespace StructIndex;

/// <summary>
/// How many given answers are right (precision) against how many questions get their right answer (recall), over all thresholds of
/// confidence.
/// </summary>
/// <param name="Points">One for each distinct confidence, from the surest on.</param>
/// <param name="AveragePrecision">Mean precision over the recalls that are reached, the others counting 0; 0 to 1.</param>
internal sealed record PrecisionRecallCurve(IReadOnlyList<PrecisionRecallPoint> Points, double AveragePrecision)
{
    /// <summary>Draws the curve.</summary>
    /// <param name="samples">One for each question: its surest answer.</param>
    /// <param name="answerable">
    /// Number of questions that have a right answer; no less than the right ones among <paramref name="samples"/>.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="answerable"/> is less than the number of right answers.</exception>
    public static PrecisionRecallCurve Of(IReadOnlyCollection<ConfidenceSample> samples, int answerable)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentOutOfRangeException.ThrowIfLessThan(answerable, samples.Count(sample => sample.IsRight));
        List<PrecisionRecallPoint> points = [];
        int given = 0, right = 0;
        double average = 0;
        foreach (IGrouping<double, ConfidenceSample> tied in samples.GroupBy(sample => sample.Confidence).OrderByDescending(group => group.Key))
        {
            int gained = tied.Count(sample => sample.IsRight);
            given += tied.Count();
            right += gained;
            double precision = (double)right / given;
            points.Add(new PrecisionRecallPoint(tied.Key, precision, answerable == 0 ? 0 : (double)right / answerable));
            average += precision * gained;
        }

        return new PrecisionRecallCurve(points, answerable == 0 ? 0 : average / answerable);
    }
}

/// <summary>What comes of answering only with a confidence of at least a threshold.</summary>
/// <param name="Threshold">Least confidence that is answered.</param>
/// <param name="Precision">Share of the given answers that is right, 0 to 1.</param>
/// <param name="Recall">Share of the questions with a right answer that get it, 0 to 1.</param>
internal readonly record struct PrecisionRecallPoint(double Threshold, double Precision, double Recall);
