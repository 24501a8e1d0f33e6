using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace StructIndex;

/// <summary>Writes one JSON object a line, with the field names that scripts rely on.</summary>
internal sealed class JsonLines(TextWriter output)
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly ArrayBufferWriter<byte> _buffer = new(1024);

    public static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public void WriteUnit(CodeUnit unit) => Write(json => WriteFields(json, unit));

    /// <summary>A unit with its code and its place in the graph: ids of the units at the other end.</summary>
    public void WriteWhole(CodeUnit unit, IEnumerable<(string Name, IEnumerable<CodeUnit> Units)> neighbours) => Write(json =>
    {
        WriteFields(json, unit);
        json.WriteString("code", unit.Body);
        foreach ((string name, IEnumerable<CodeUnit> units) in neighbours)
        {
            json.WriteStartArray(name);
            foreach (CodeUnit other in units)
            {
                json.WriteStringValue(other.Id);
            }

            json.WriteEndArray();
        }
    });

    private static void WriteFields(Utf8JsonWriter json, CodeUnit unit)
    {
        json.WriteString("id", unit.Id);
        json.WriteString("kind", Name(unit.Kind));
        json.WriteString("name", unit.Name);
        json.WriteString("container", unit.Container);
        json.WriteString("qualifiedName", unit.QualifiedName);
        json.WriteString("signature", unit.Signature);
        json.WriteString("documentation", unit.Documentation);
        json.WriteStartArray("attributes");
        foreach (string attribute in unit.Attributes)
        {
            json.WriteStringValue(attribute);
        }

        json.WriteEndArray();
        json.WriteString("path", unit.Path);
        json.WriteNumber("start", unit.Lines.Start);
        json.WriteNumber("end", unit.Lines.End);
        json.WriteString("language", unit.Language);
        json.WriteString("role", Name(unit.Role));
    }

    public void WriteEdge(CodeEdge edge) => Write(json =>
    {
        json.WriteString("from", edge.From.Id);
        json.WriteString("to", edge.To.Id);
        json.WriteString("kind", Name(edge.Kind));
        json.WriteString("certainty", Name(edge.Certainty));
        json.WriteString("path", edge.From.Path);
        json.WriteNumber("line", edge.Line);
    });

    public void WriteHit(SearchHit hit) => Write(json =>
    {
        json.WriteNumber("rank", hit.Rank);
        json.WriteString("path", hit.Unit.Path);
        json.WriteNumber("start", hit.Unit.Lines.Start);
        json.WriteNumber("end", hit.Unit.Lines.End);
        json.WriteString("symbol", hit.Unit.QualifiedName);
        json.WriteString("kind", Name(hit.Unit.Kind));
        json.WriteString("signature", hit.Unit.Signature);
        json.WriteNumber("relevance", Math.Round(hit.Relevance, 4));
        json.WriteNumber("score", Math.Round(hit.Score, 6));
        if (hit.Parts.Count > 0)
        {
            json.WriteStartObject("parts");
            foreach (ScorePart part in hit.Parts)
            {
                json.WriteNumber(part.Name, Math.Round(part.Value, 6));
            }

            json.WriteEndObject();
        }
    });

    public void Write(Action<Utf8JsonWriter> fields)
    {
        _buffer.ResetWrittenCount();
        using (Utf8JsonWriter json = new(_buffer, s_options))
        {
            json.WriteStartObject();
            fields(json);
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(_buffer.WrittenSpan));
    }
}
