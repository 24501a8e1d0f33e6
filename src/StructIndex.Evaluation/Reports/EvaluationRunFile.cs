using System.Text.Encodings.Web;
using System.Text.Json;

namespace StructIndex;

/// <summary>
/// Runs as files of one JSON object a line: <c>{"id","abstained","results":[{"path","start","end","symbol","relevance","score"}]}</c> for a
/// code base, <c>{"id","ranked":[ids]}</c> for a collection of snippets. Results are there also where the search abstained, so that a run
/// can be scored both ways.
/// </summary>
public static class EvaluationRunFile
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="set">The questions it is on, which tell the form.</param>
    /// <param name="path">The file.</param>
    public static void Save(EvaluationRun run, EvaluationSet set, string path)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(set);
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream file = File.Create(path);
        foreach (QueryEvaluation query in run.Queries)
        {
            using (Utf8JsonWriter json = new(file, s_options))
            {
                json.WriteStartObject();
                json.WriteString("id", query.Query.Id);
                if (set.SnippetIds is null)
                {
                    json.WriteBoolean("abstained", query.Answer.Abstained);
                    WriteResults(json, query.Answer.Items);
                }
                else
                {
                    WriteRanked(json, query.Answer.Items);
                }

                json.WriteEndObject();
            }

            file.WriteByte((byte)'\n');
        }
    }

    /// <summary>Reads a run, of either form, and judges it.</summary>
    /// <param name="path">The file; its name becomes that of the run.</param>
    /// <param name="set">The questions. One that the file lacks counts as answered with nothing.</param>
    /// <exception cref="EvaluationFormatException">A line is not of either form, or an id occurs twice.</exception>
    /// <exception cref="ArgumentException">The file answers none of the questions.</exception>
    public static EvaluationRun Load(string path, EvaluationSet set)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(set);
        Dictionary<string, RetrievalAnswer> answers = new(StringComparer.Ordinal);
        JsonLineReader.Read(path, json =>
        {
            string id = JsonLineReader.RequiredText(json, "id", "each line answers one query");
            return answers.TryAdd(id, ReadAnswer(json)) ? id : throw new FormatException($"the id \"{id}\" occurs twice; a run answers each query once");
        });
        return set.Queries.Any(query => answers.ContainsKey(query.Id))
            ? new EvaluationRun(Path.GetFileNameWithoutExtension(path), [.. set.Queries.Select(query => QueryEvaluation.Of(query, answers.GetValueOrDefault(query.Id) ?? new RetrievalAnswer([])))])
            : throw new ArgumentException($"{path} answers none of the {set.Queries.Count} questions; a run belongs to the questions that it was made with.", nameof(path));
    }

    private static void WriteResults(Utf8JsonWriter json, IReadOnlyList<RetrievedItem> items)
    {
        json.WriteStartArray("results");
        foreach (RetrievedItem item in items)
        {
            json.WriteStartObject();
            json.WriteString("path", item.Path);
            json.WriteNumber("start", item.Lines.Start);
            json.WriteNumber("end", item.Lines.End);
            json.WriteString("symbol", item.Symbol);
            if (!double.IsNaN(item.Relevance))
            {
                json.WriteNumber("relevance", Math.Round(item.Relevance, 6));
            }

            json.WriteNumber("score", Math.Round(item.Score, 6));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRanked(Utf8JsonWriter json, IReadOnlyList<RetrievedItem> items)
    {
        json.WriteStartArray("ranked");
        foreach (RetrievedItem item in items)
        {
            json.WriteStringValue(item.Path);
        }

        json.WriteEndArray();
    }

    private static RetrievalAnswer ReadAnswer(JsonElement json)
    {
        if (json.TryGetProperty("ranked", out _))
        {
            return new RetrievalAnswer([.. JsonLineReader.RequiredList(json, "ranked", "").Select(id => new RetrievedItem(Id(id), RetrievedItem.WholeFile))]);
        }

        bool abstained = json.TryGetProperty("abstained", out JsonElement value) && value.ValueKind == JsonValueKind.True;
        return new RetrievalAnswer([.. JsonLineReader.RequiredList(json, "results", "list what was found, or \"ranked\" ids").Select(ReadItem)], abstained);
    }

    private static string Id(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString()!,
        JsonValueKind.Number => json.GetRawText(),
        _ => throw new FormatException("\"ranked\" lists ids"),
    };

    private static RetrievedItem ReadItem(JsonElement json) => json.ValueKind != JsonValueKind.Object
        ? throw new FormatException("\"results\" lists objects with a \"path\"")
        : new RetrievedItem(
            JsonLineReader.RequiredText(json, "path", "each result is in a file").Replace('\\', '/'),
            new LineRange(JsonLineReader.Number(json, "start") ?? 1, JsonLineReader.Number(json, "end") ?? int.MaxValue),
            JsonLineReader.Text(json, "symbol") ?? "",
            json.TryGetProperty("relevance", out JsonElement relevance) && relevance.ValueKind == JsonValueKind.Number ? relevance.GetDouble() : double.NaN,
            json.TryGetProperty("score", out JsonElement score) && score.ValueKind == JsonValueKind.Number ? score.GetDouble() : 0);
}
