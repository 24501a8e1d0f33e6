using System.Text.Encodings.Web;
using System.Text.Json;

namespace StructIndex;

/// <summary>
/// An index as one JSON object of columns, for the scripts of the page. Nothing in it can end the HTML element that it is in: the encoder
/// writes <c>&lt;</c>, <c>&gt;</c> and <c>&amp;</c> as escapes.
/// </summary>
internal static class MapData
{
    private const int MaxSignature = 200;
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.Default };

    public static void Write(CodeIndex index, string name, Stream output)
    {
        IReadOnlyList<CodeUnit> units = index.Units;
        List<string> paths = [.. units.Select(unit => unit.Path).Distinct(StringComparer.Ordinal)];
        Dictionary<string, int> files = paths.Select((path, at) => (path, at)).ToDictionary(file => file.path, file => file.at, StringComparer.Ordinal);
        List<string> languages = [.. units.Select(unit => unit.Language).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        using Utf8JsonWriter json = new(output, s_options);
        json.WriteStartObject();
        json.WriteString("name", name);
        Texts(json, "paths", paths);
        Texts(json, "languages", languages);
        Numbers(json, "codeLanguages", Enumerable.Range(0, languages.Count).Where(at => LanguageCatalog.IsCode(languages[at])));
        Texts(json, "kinds", Enum.GetValues<UnitKind>().Select(JsonLines.Name));
        Texts(json, "roles", Enum.GetValues<UnitRole>().Select(JsonLines.Name));
        Texts(json, "edgeKinds", Enum.GetValues<EdgeKind>().Select(JsonLines.Name));
        Texts(json, "certainties", Enum.GetValues<EdgeCertainty>().Select(JsonLines.Name));
        json.WriteStartObject("units");
        Texts(json, "name", units.Select(unit => unit.Name));
        Texts(json, "signature", units.Select(unit => unit.Signature.Length <= MaxSignature ? unit.Signature : $"{unit.Signature.AsSpan(0, MaxSignature)} ..."));
        Numbers(json, "kind", units.Select(unit => (int)unit.Kind));
        Numbers(json, "role", units.Select(unit => (int)unit.Role));
        Numbers(json, "language", units.Select(unit => languages.BinarySearch(unit.Language, StringComparer.Ordinal)));
        Numbers(json, "file", units.Select(unit => files[unit.Path]));
        Numbers(json, "start", units.Select(unit => unit.Lines.Start));
        Numbers(json, "end", units.Select(unit => unit.Lines.End));
        json.WriteEndObject();
        Dictionary<CodeUnit, int> places = units.Select((unit, at) => (unit, at)).ToDictionary(one => one.unit, one => one.at);
        IReadOnlyList<CodeEdge> edges = index.Graph.Edges;
        json.WriteStartObject("edges");
        Numbers(json, "from", edges.Select(edge => places[edge.From]));
        Numbers(json, "to", edges.Select(edge => places[edge.To]));
        Numbers(json, "kind", edges.Select(edge => (int)edge.Kind));
        Numbers(json, "certainty", edges.Select(edge => (int)edge.Certainty));
        Numbers(json, "line", edges.Select(edge => edge.Line));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void Numbers(Utf8JsonWriter json, string name, IEnumerable<int> numbers)
    {
        json.WriteStartArray(name);
        foreach (int number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }
}
