using System.Text.Json;

namespace StructIndex;

/// <summary>Reads the post-processor of a <c>tokenizer.json</c>.</summary>
internal static class TemplateReader
{
    /// <summary>The template, or null where none adds a token.</summary>
    public static TokenTemplate? Read(JsonElement json)
    {
        TokenTemplate? template = null;
        foreach (JsonElement part in json.Components("processors"))
        {
            TokenTemplate? one = One(part);
            template = one is null || template is null ? one ?? template : throw JsonParts.Unknown("post_processor", "Sequence of two templates");
        }

        return template;
    }

    private static TokenTemplate? One(JsonElement json)
    {
        switch (json.Text("type"))
        {
            case "TemplateProcessing":
                return new TokenTemplate(Items(json, "single"), Items(json, "pair"));
            case "BertProcessing":
                return Around(json, separators: 1, secondType: 1);
            case "RobertaProcessing":
                return Around(json, separators: 2, secondType: 0);
            case "ByteLevel":
                // It trims offsets, and adds nothing.
                return null;
            case var other:
                throw JsonParts.Unknown("post_processor", other);
        }
    }

    private static TokenTemplate Around(JsonElement json, int separators, int secondType)
    {
        TemplateItem first = new(0, json.GetProperty("cls")[1].GetInt32(), 0), end = new(0, json.GetProperty("sep")[1].GetInt32(), 0);
        return new TokenTemplate(
            [first, new TemplateItem(0, null, 0), end],
            [first, new TemplateItem(0, null, 0), .. Enumerable.Repeat(end, separators), new TemplateItem(1, null, secondType), end with { TypeId = secondType }]);
    }

    private static TemplateItem[] Items(JsonElement json, string name)
    {
        JsonElement specials = json.Has("special_tokens", out JsonElement s) ? s : default;
        List<TemplateItem> items = [];
        foreach (JsonElement item in json.GetProperty(name).EnumerateArray())
        {
            if (item.Has("Sequence", out JsonElement sequence))
            {
                items.Add(new TemplateItem(sequence.Text("id") == "B" ? 1 : 0, null, sequence.Int("type_id") ?? 0));
                continue;
            }

            JsonElement special = item.GetProperty("SpecialToken");
            items.AddRange(specials.GetProperty(special.GetProperty("id").GetString()!).GetProperty("ids").EnumerateArray().Select(id => new TemplateItem(0, id.GetInt32(), special.Int("type_id") ?? 0)));
        }

        return [.. items];
    }
}
