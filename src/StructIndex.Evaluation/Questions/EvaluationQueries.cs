using System.Text.Encodings.Web;
using System.Text.Json;

namespace StructIndex;

/// <summary>Reads and writes evaluation queries.</summary>
public static class EvaluationQueries
{
    /// <summary>
    /// Reads a file of one JSON object a line: <c>{"id","query","category","relevant":[{"path","start","end","symbol"}]}</c>.
    /// <c>category</c> may be left out; a target needs a <c>path</c>, a <c>symbol</c> or both, and <c>start</c> with <c>end</c> (1-based
    /// lines) only where the lines matter. An empty <c>relevant</c> list is a question that should get no answer. The <c>queries.jsonl</c>
    /// of a BEIR folder (<c>{"_id","text"}</c>, see <see cref="SnippetCorpus"/>) is read too; what answers its queries is in the folder
    /// <c>qrels</c> beside it.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <returns>The queries, in their order.</returns>
    /// <exception cref="EvaluationFormatException">A line is not of this form, or an id occurs twice.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<EvaluationQuery> Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (SnippetCorpus.IsQueries(path))
        {
            return SnippetCorpus.Queries(path);
        }

        HashSet<string> ids = new(StringComparer.Ordinal);
        return JsonLineReader.Read(path, json =>
        {
            EvaluationQuery query = Read(json);
            return ids.Add(query.Id) ? query : throw new FormatException($"the id \"{query.Id}\" occurs twice; give each query its own");
        });
    }

    /// <summary>Writes queries in the form that <see cref="Load"/> reads.</summary>
    /// <param name="queries">The queries.</param>
    /// <param name="path">The file.</param>
    public static void Save(IEnumerable<EvaluationQuery> queries, string path)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream file = File.Create(path);
        foreach (EvaluationQuery query in queries)
        {
            using (Utf8JsonWriter json = new(file, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                json.WriteStartObject();
                json.WriteString("id", query.Id);
                json.WriteString("query", query.Text);
                json.WriteString("category", query.Category);
                json.WriteStartArray("relevant");
                foreach (RelevanceTarget target in query.Targets)
                {
                    Write(json, target);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            file.WriteByte((byte)'\n');
        }
    }

    private static void Write(Utf8JsonWriter json, RelevanceTarget target)
    {
        json.WriteStartObject();
        if (target.Path is not null)
        {
            json.WriteString("path", target.Path);
        }

        if (target.Lines is { } lines)
        {
            json.WriteNumber("start", lines.Start);
            json.WriteNumber("end", lines.End);
        }

        if (target.Symbol is not null)
        {
            json.WriteString("symbol", target.Symbol);
        }

        json.WriteEndObject();
    }

    private static EvaluationQuery Read(JsonElement json) => new(
        JsonLineReader.RequiredText(json, "id", "give each query an id of its own"),
        JsonLineReader.RequiredText(json, "query", "it holds the question"),
        JsonLineReader.Text(json, "category") ?? "",
        [.. JsonLineReader.RequiredList(json, "relevant", "list what answers the question, [{\"path\": \"src/a.cs\"}], or [] where nothing should").Select(ReadTarget)]);

    private static RelevanceTarget ReadTarget(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("a target is no object; write {\"path\": \"src/a.cs\"}");
        }

        string? path = JsonLineReader.Text(json, "path"), symbol = JsonLineReader.Text(json, "symbol");
        if (string.IsNullOrEmpty(path) && string.IsNullOrEmpty(symbol))
        {
            throw new FormatException("a target names nothing; give it a \"path\", a \"symbol\" or both");
        }

        return new RelevanceTarget(string.IsNullOrEmpty(path) ? null : Normal(path), Lines(json), string.IsNullOrEmpty(symbol) ? null : symbol);
    }

    private static LineRange? Lines(JsonElement json) => (JsonLineReader.Number(json, "start"), JsonLineReader.Number(json, "end")) switch
    {
        (null, null) => null,
        ({ } start, { } end) when start >= 1 && end >= start => new LineRange(start, end),
        _ => throw new FormatException("\"start\" and \"end\" are a first and a last line, counted from 1; give both, or neither for the whole file"),
    };

    private static string Normal(string path)
    {
        string normal = path.Replace('\\', '/');
        return normal.StartsWith("./", StringComparison.Ordinal) ? normal[2..] : normal;
    }
}
