using System.Text.Json;

namespace StructIndex;

/// <summary>Reads files of one JSON object a line, and says where one is not as it should be.</summary>
internal static class JsonLineReader
{
    /// <summary>Reads a file; empty lines do not count.</summary>
    /// <param name="path">The file.</param>
    /// <param name="read">Reads one object; may throw <see cref="FormatException"/> with what is wrong and how to correct it.</param>
    /// <exception cref="EvaluationFormatException">A line is no JSON object, or not as <paramref name="read"/> wants it.</exception>
    public static List<T> Read<T>(string path, Func<JsonElement, T> read)
    {
        List<T> rows = [];
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                using JsonDocument json = JsonDocument.Parse(line);
                rows.Add(json.RootElement.ValueKind == JsonValueKind.Object ? read(json.RootElement) : throw new FormatException("this is no JSON object; write one {...} a line"));
            }
            catch (JsonException failure)
            {
                throw new EvaluationFormatException(path, number, $"this is no JSON; write one {{...}} a line ({failure.Message})", failure);
            }
            catch (InvalidOperationException failure)
            {
                // What the parser throws for a text that is no Unicode.
                throw new EvaluationFormatException(path, number, $"a text or name in it has half of a surrogate pair; write the whole character ({failure.Message})", failure);
            }
            catch (FormatException failure)
            {
                throw new EvaluationFormatException(path, number, failure.Message, failure);
            }
        }

        return rows;
    }

    /// <summary>A text; null where it is missing or null.</summary>
    public static string? Text(JsonElement json, string name) => !json.TryGetProperty(name, out JsonElement value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Null => null,
        _ => throw new FormatException($"\"{name}\" is not a text; put it in quotes"),
    };

    /// <summary>A text that must be there.</summary>
    public static string RequiredText(JsonElement json, string name, string advice) =>
        Text(json, name) is { Length: > 0 } text ? text : throw new FormatException($"\"{name}\" is missing or empty; {advice}");

    /// <summary>A whole number; null where it is missing or null.</summary>
    public static int? Number(JsonElement json, string name) => !json.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) ? number
        : throw new FormatException($"\"{name}\" is not a whole number");

    /// <summary>A list that must be there.</summary>
    public static JsonElement.ArrayEnumerator RequiredList(JsonElement json, string name, string advice) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray()
        : throw new FormatException($"\"{name}\" is missing or no list; {advice}");
}
