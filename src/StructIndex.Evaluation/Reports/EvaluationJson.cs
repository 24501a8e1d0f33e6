using System.Text.Encodings.Web;
using System.Text.Json;

namespace StructIndex;

/// <summary>Writes a report as one JSON object, for programs.</summary>
internal static class EvaluationJson
{
    private const int Digits = 9;
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    public static void Write(EvaluationReport report, Stream output)
    {
        using Utf8JsonWriter json = new(output, s_options);
        json.WriteStartObject();
        json.WriteString("title", report.Title);
        Array(json, "notes", report.Notes, note => json.WriteStringValue(note));
        Array(json, "runs", report.Runs, run => WriteRun(json, run, report.Run));
        if (report.Run.HasPlaces)
        {
            EvaluationRun first = report.Run.ByFile();
            Array(json, "runsByFile", [first, .. report.Runs.Skip(1).Select(run => run.ByFile())], run => WriteRun(json, run, first));
        }

        WriteAbstention(json, report.Run);
        WriteConfidence(json, report.Run);
        Array(json, "queries", report.Run.Queries, query => WriteQuery(json, query));
        json.WriteEndObject();
    }

    private static void WriteRun(Utf8JsonWriter json, EvaluationRun run, EvaluationRun first)
    {
        json.WriteStartObject();
        json.WriteString("name", run.Name);
        WriteMeasures(json, run.Summary);
        if (run.MedianLinesRead is { } lines)
        {
            json.WriteNumber("medianLinesRead", lines);
        }

        Array(json, "categories", run.Categories, category => WriteCategory(json, category));
        Array(json, "byNaming", run.ByNaming, category => WriteCategory(json, category));
        if (run != first)
        {
            json.WriteStartObject("comparedWithFirst");
            foreach (EvaluationMeasure measure in Enum.GetValues<EvaluationMeasure>())
            {
                PairedComparison comparison = first.CompareTo(run, measure);
                json.WriteStartObject(measure.Name());
                Number(json, "firstIsBetterBy", comparison.MeanDifference);
                Number(json, "p", comparison.PValue);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteCategory(Utf8JsonWriter json, EvaluationSummary category)
    {
        json.WriteStartObject();
        json.WriteString("category", category.Category);
        WriteMeasures(json, category);
        json.WriteEndObject();
    }

    private static void WriteMeasures(Utf8JsonWriter json, EvaluationSummary summary)
    {
        json.WriteNumber("queries", summary.Count);
        foreach (EvaluationMeasure measure in Enum.GetValues<EvaluationMeasure>())
        {
            json.WriteStartObject(measure.Name());
            Number(json, "mean", summary[measure].Mean);
            Number(json, "low", summary[measure].Low);
            Number(json, "high", summary[measure].High);
            json.WriteEndObject();
        }
    }

    private static void WriteAbstention(Utf8JsonWriter json, EvaluationRun run)
    {
        AbstentionSummary abstention = run.Abstention;
        json.WriteStartObject("abstention");
        json.WriteNumber("answerable", abstention.Answerable);
        json.WriteNumber("answerableRefused", abstention.AnswerableRefused);
        json.WriteNumber("unanswerable", abstention.Unanswerable);
        json.WriteNumber("unanswerableRefused", abstention.UnanswerableRefused);
        Number(json, "mrr@10WithRefusals", abstention.MrrWithRefusals);
        json.WriteEndObject();
    }

    private static void WriteConfidence(Utf8JsonWriter json, EvaluationRun run)
    {
        json.WriteStartObject("relevance");
        Number(json, "areaUnderRiskCoverage", run.RiskCoverage.Area);
        Number(json, "averagePrecision", run.PrecisionRecall.AveragePrecision);
        WriteReliability(json, "firstResults", run.Reliability);
        WriteReliability(json, "thereIsAnAnswer", run.AnswerReliability);
        json.WriteEndObject();
    }

    private static void WriteReliability(Utf8JsonWriter json, string name, ReliabilityDiagram reliability)
    {
        json.WriteStartObject(name);
        Number(json, "expectedCalibrationError", reliability.ExpectedCalibrationError);
        Number(json, "brierScore", reliability.BrierScore);
        Array(json, "bins", reliability.Bins, bin =>
        {
            json.WriteStartObject();
            Number(json, "low", bin.Low);
            Number(json, "high", bin.High);
            json.WriteNumber("count", bin.Count);
            Number(json, "meanRelevance", bin.MeanConfidence);
            Number(json, "right", bin.Accuracy);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteQuery(Utf8JsonWriter json, QueryEvaluation query)
    {
        json.WriteStartObject();
        json.WriteString("id", query.Query.Id);
        json.WriteString("query", query.Query.Text);
        json.WriteString("category", query.Query.Category);
        Array(json, "targets", query.Query.Targets.Zip(query.TargetRanks), target =>
        {
            json.WriteStartObject();
            json.WriteString("target", target.First.ToString());
            json.WriteNumber("rank", target.Second);
            json.WriteEndObject();
        });
        json.WriteNumber("rank", query.Metrics.BestRank);
        Number(json, "ndcg@10", query.Metrics.Ndcg);
        json.WriteBoolean("abstained", query.Answer.Abstained);
        if (query.FirstAnswer is { } first)
        {
            Number(json, "relevance", first.Confidence);
        }

        json.WriteEndObject();
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, double value) => json.WriteNumber(name, Math.Round(value, Digits));
}
