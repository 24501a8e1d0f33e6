using System.Text.Json;

namespace StructIndex;

/// <summary>Reading of JSON whose properties may be missing or null.</summary>
internal static class JsonParts
{
    // Ten times the largest vocabulary in use: a file of a few bytes must not ask for all the memory there is.
    private const int MaxId = 5_000_000;

    public static bool Has(this JsonElement json, string name, out JsonElement value)
    {
        value = default;
        return json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined);
    }

    public static bool Flag(this JsonElement json, string name, bool otherwise = false) => json.Has(name, out JsonElement value) ? value.GetBoolean() : otherwise;

    public static string? Text(this JsonElement json, string name) => json.Has(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static int? Int(this JsonElement json, string name) =>
        json.Has(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) ? number : null;

    /// <summary>The id of a token.</summary>
    /// <exception cref="FormatException">It is negative or out of all proportion.</exception>
    public static int TokenId(this JsonElement json) =>
        json.GetInt32() is >= 0 and <= MaxId and int id ? id : throw new FormatException($"The id {json.GetInt32()} of a token is not in 0 to {MaxId}.");

    /// <summary>The components of a sequence, or the component itself.</summary>
    public static IEnumerable<JsonElement> Components(this JsonElement json, string list) =>
        json.Text("type") == "Sequence" ? json.GetProperty(list).EnumerateArray().SelectMany(part => part.Components(list)) : [json];

    /// <summary>The refusal of a component.</summary>
    public static TokenizerFormatException Unknown(string kind, string? name) =>
        new($"{kind} {name}", $"The tokenizer.json has the {kind} '{name}', which is not supported.");

    /// <summary>A pattern: a text or a regular expression.</summary>
    public static TextPattern Pattern(this JsonElement json)
    {
        JsonElement pattern = json.GetProperty("pattern");
        return pattern.Text("String") is { } text ? TextPattern.Literal(text) : TextPattern.Expression(pattern.GetProperty("Regex").GetString()!);
    }
}
