using System.Globalization;

namespace StructIndex;

/// <summary>Prints a report for people.</summary>
internal static class EvaluationText
{
    private const int Worst = 10;
    private const int NameWidth = 38;
    private const int Column = 13;

    public static void Write(EvaluationReport report, TextWriter output)
    {
        EvaluationMeasure[] measures = [.. Enum.GetValues<EvaluationMeasure>().Where(measure => measure != EvaluationMeasure.Mrr || report.IsDeep)];
        Line(output, $"{report.Title}: {report.Run.Queries.Count} questions");
        foreach (string note in report.Notes)
        {
            Line(output, $"  {note}");
        }

        WriteRuns(output, "", [.. report.Runs], measures);
        if (report.Run.HasPlaces)
        {
            WriteRuns(output, "by file alone", [.. report.Runs.Select(run => run.ByFile())], measures);
        }

        if (report.Run.Parts.Any())
        {
            output.WriteLine();
            foreach (EvaluationSummary category in report.Run.Parts)
            {
                Row(output, $"{(category.Category.Length == 0 ? "(none)" : category.Category)} ({category.Count})", category, measures, "");
            }
        }

        output.WriteLine();
        WriteConfidence(report.Run, output);
        WriteWorst(report.Run, output);
    }

    private static void WriteRuns(TextWriter output, string title, EvaluationRun[] runs, EvaluationMeasure[] measures)
    {
        output.WriteLine();
        Line(output, $"{title,-NameWidth}{string.Concat(measures.Select(measure => measure.Name().PadRight(Column)))}p (ndcg@10)  lines read");
        foreach (EvaluationRun run in runs)
        {
            string p = run == runs[0] ? "" : P(runs[0].CompareTo(run, EvaluationMeasure.Ndcg10).PValue);
            Row(output, run.Name, run.Summary, measures, $"{p,-13}{run.MedianLinesRead?.ToString(CultureInfo.InvariantCulture) ?? "-"}");
        }
    }

    // The mean, and below it its interval.
    private static void Row(TextWriter output, string name, EvaluationSummary summary, EvaluationMeasure[] measures, string p)
    {
        Line(output, $"{name,-NameWidth}{string.Concat(measures.Select(measure => Cell($"{summary[measure].Mean:0.0000}")))}{p}");
        Line(output, $"{"",-NameWidth}{string.Concat(measures.Select(measure => Cell($"{summary[measure].Low:0.000}-{summary[measure].High:0.000}")))}");
    }

    private static string Cell(FormattableString text) => text.ToString(CultureInfo.InvariantCulture).PadRight(Column);

    private static string P(double p) => p < .001 ? "< 0.001" : string.Create(CultureInfo.InvariantCulture, $"{p:0.000}");

    private static void WriteConfidence(EvaluationRun run, TextWriter output)
    {
        AbstentionSummary abstention = run.Abstention;
        Line(output, $"refused: {abstention.AnswerableRefused} of {abstention.Answerable} questions that have an answer, {abstention.UnanswerableRefused} of {abstention.Unanswerable} that have none; MRR@10 with refusals as misses {abstention.MrrWithRefusals:0.0000}");
        if (abstention is { Answerable: > 0, Unanswerable: > 0 } && run.AnswerReliability.Count > 0)
        {
            Line(output, $"relevance of the question, whether there is an answer: expected calibration error {run.AnswerReliability.ExpectedCalibrationError:0.000}");
        }

        if (run.Reliability.Count > 0)
        {
            Line(output, $"relevance of first results: expected calibration error {run.Reliability.ExpectedCalibrationError:0.000}, area under risk-coverage {run.RiskCoverage.Area:0.000}");
        }
    }

    private static void WriteWorst(EvaluationRun run, TextWriter output)
    {
        QueryEvaluation[] worst = [.. run.WorstFirst.Take(Worst).Where(query => query.Query.ExpectsNothing ? !query.Answer.Abstained && query.Answer.Items.Count > 0 : query.Metrics.BestRank != 1)];
        if (worst.Length == 0)
        {
            return;
        }

        output.WriteLine();
        Line(output, $"worst questions:");
        foreach (QueryEvaluation query in worst)
        {
            Line(output, $"  {(query.Metrics.BestRank > 0 ? $"rank {query.Metrics.BestRank}" : query.Query.ExpectsNothing ? "should get nothing" : "not found")}  {OneLine(query.Query.Text)}  [{query.Query.Id}]");
            Line(output, $"    expected  {(query.Query.ExpectsNothing ? "nothing" : string.Join(", ", query.Query.Targets))}");
            if (query.Answer.Items is [var first, ..])
            {
                string relevance = double.IsNaN(first.Relevance) ? "" : string.Create(CultureInfo.InvariantCulture, $" ({first.Relevance:0.00})");
                Line(output, $"    got       {first.Path}:{first.Lines} {first.Symbol}{relevance}");
            }
        }
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static void Line(TextWriter output, FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
