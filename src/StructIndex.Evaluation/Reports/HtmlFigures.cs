using System.Globalization;

namespace StructIndex;

/// <summary>The plots of a report.</summary>
internal static class HtmlFigures
{
    /// <summary>The figures of a run; those about relevance only where the search gives one.</summary>
    public static IEnumerable<string> Of(EvaluationRun run)
    {
        if (run.Abstention.Answerable > 0)
        {
            yield return Figure("Rank of the first right answer", Ranks(run), "Share of the questions that have an answer. 'none': not among the results.");
        }

        if (run.FirstAnswers.Count > 0)
        {
            PrecisionRecallCurve precision = run.PrecisionRecall;
            yield return Figure("Precision and recall", Precision(precision), Text($"First results in a right file, over all thresholds of relevance. Average precision {precision.AveragePrecision:0.000}."));
            RiskCoverageCurve risk = run.RiskCoverage;
            yield return Figure("Risk and coverage", Risk(risk), Text($"How often the first result is in a wrong file when only the surest share of questions is answered. Area {risk.Area:0.000}; {risk.CoverageAt(.05) * 100:0} % can be answered with at most 5 % wrong."));
            yield return Figure("Reliability of first results", Reliability(run.Reliability), Text($"On the diagonal, a relevance of 0.8 is right 8 times in 10. Pale bars: share of the answers. {Errors(run.Reliability)}"));
        }

        ReliabilityDiagram whole = run.AnswerReliability;
        if (run.Abstention is { Answerable: > 0, Unanswerable: > 0 } && whole.Bins.Count > 0)
        {
            yield return Figure("Reliability of 'there is an answer'", Reliability(whole), Text($"What the search says of a question as a whole, against the share of questions that have an answer. {Errors(whole)}"));
        }
    }

    private static string Errors(ReliabilityDiagram diagram) => Text($"Expected calibration error {diagram.ExpectedCalibrationError:0.000}, Brier score {diagram.BrierScore:0.000}.");

    private static SvgPlot Ranks(EvaluationRun run)
    {
        string[] labels = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11+", "none"];
        int[] counts = new int[labels.Length];
        foreach (QueryEvaluation query in run.Queries.Where(query => !query.Query.ExpectsNothing))
        {
            counts[query.Metrics.BestRank is var rank && rank == 0 ? 11 : Math.Min(rank, 11) - 1]++;
        }

        SvgPlot plot = new SvgPlot("Histogram of the rank of the first right answer").Axes("rank", "share of questions", numbersBelow: false);
        for (int i = 0; i < labels.Length; i++)
        {
            double from = (i + .15) / labels.Length, to = (i + .85) / labels.Length;
            plot.Bar(from, to, (double)counts[i] / run.Abstention.Answerable, i == 11 ? "miss" : "bar", Text($"{labels[i]}: {counts[i]} questions")).Below((from + to) / 2, labels[i]);
        }

        return plot;
    }

    private static SvgPlot Precision(PrecisionRecallCurve curve) => new SvgPlot("Precision over recall")
        .Axes("recall", "precision")
        .Line(curve.Points.Select(point => (point.Recall, point.Precision)), "curve");

    private static SvgPlot Risk(RiskCoverageCurve curve) => new SvgPlot("Risk over coverage")
        .Axes("coverage: share of questions answered", "risk: share wrong")
        .Line(curve.Points.Select(point => (point.Coverage, point.Risk)), "curve");

    private static SvgPlot Reliability(ReliabilityDiagram diagram)
    {
        SvgPlot plot = new SvgPlot("Share that is right over relevance").Axes("relevance", "share right");
        int all = diagram.Bins.Sum(bin => bin.Count);
        foreach (ReliabilityBin bin in diagram.Bins)
        {
            plot.Bar(bin.Low, bin.High, (double)bin.Count / all, "count", Text($"{bin.Low:0.0} to {bin.High:0.0}: {bin.Count} answers"));
        }

        plot.Line([(0, 0), (1, 1)], "ideal").Line(diagram.Bins.Select(bin => (bin.MeanConfidence, bin.Accuracy)), "curve");
        foreach (ReliabilityBin bin in diagram.Bins)
        {
            plot.Dot(bin.MeanConfidence, bin.Accuracy, Text($"relevance {bin.MeanConfidence:0.00}, right {bin.Accuracy:0.00} of {bin.Count}"));
        }

        return plot;
    }

    private static string Figure(string title, SvgPlot plot, string caption) =>
        $"<figure>\n<h2>{HtmlText.Escape(title)}</h2>\n{plot}<figcaption>{HtmlText.Escape(caption)}</figcaption>\n</figure>\n";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
