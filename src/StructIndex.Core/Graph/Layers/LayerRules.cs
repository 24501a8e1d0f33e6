using System.Text.Json;

namespace StructIndex;

/// <summary>The layers of a code base, as a file states them.</summary>
/// <param name="Rules">The rules.</param>
public sealed record LayerRules(IReadOnlyList<LayerRule> Rules)
{
    /// <summary>
    /// Reads rules from JSON: an array of objects with <c>in</c> (a folder, may be left out) and either <c>order</c> (an array of folders,
    /// lowest first) or <c>mayUse</c> (an object with an array of folders for each folder). Comments and final commas are allowed.
    /// </summary>
    /// <param name="json">The text.</param>
    /// <exception cref="StructIndexException">The text is not such a list.</exception>
    public static LayerRules Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return new LayerRules([.. document.RootElement.EnumerateArray().Select(Read)]);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new StructIndexException($"the layers are no JSON array of rules: {e.Message}", innerException: e);
        }
    }

    private static LayerRule Read(JsonElement rule)
    {
        LayerRule read = new();
        foreach (JsonProperty part in rule.EnumerateObject())
        {
            read = part.Name switch
            {
                "in" => read with { Folder = part.Value.GetString()!.Trim('/') },
                "order" => read with { Order = Names(part.Value) },
                "mayUse" => read with { MayUse = part.Value.EnumerateObject().ToDictionary(room => room.Name, room => (IReadOnlyList<string>)Names(room.Value), StringComparer.Ordinal) },
                _ => throw new StructIndexException($"a rule of layers has 'in', 'order' and 'mayUse', not '{part.Name}'"),
            };
        }

        return (read.Order.Count == 0) == (read.MayUse.Count == 0) ? throw new StructIndexException("a rule of layers has either 'order' or 'mayUse'") : read;
    }

    private static string[] Names(JsonElement list) => [.. list.EnumerateArray().Select(name => name.GetString()!)];
}
