using System.Text.Json;

namespace StructIndex;

/// <summary>
/// Reads <c>tokenizer.json</c>. Unknown components are refused by name: a tokenizer that is nearly right gives vectors that are silently
/// wrong.
/// </summary>
internal static class TokenizerReader
{
    /// <summary>Reads a tokenizer.</summary>
    /// <param name="json">The file.</param>
    /// <param name="path">Its path, for messages; null where there is none.</param>
    /// <exception cref="TokenizerFormatException">The file is damaged, or it has a component that is not supported.</exception>
    public static HubTokenizer Read(byte[] json, string? path = null)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return new HubTokenizer(Parts(document.RootElement), path);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or IndexOutOfRangeException)
        {
            throw new TokenizerFormatException("tokenizer.json", $"The tokenizer.json is damaged or lacks a part: {e.Message}", innerException: e);
        }
    }

    private static TokenizerParts Parts(JsonElement root)
    {
        AddedToken[] added = root.Has("added_tokens", out JsonElement tokens) ? [.. tokens.EnumerateArray().Select(Added)] : [];
        HashSet<string> specials = [.. added.Where(token => token.Special).Select(token => token.Content)];
        (ITokenModel model, Dictionary<string, int> vocabulary) = ModelReader.Read(root.GetProperty("model"), specials);
        foreach (AddedToken token in added)
        {
            vocabulary[token.Content] = token.Id;
        }

        string?[] byId = new string?[vocabulary.Values.DefaultIfEmpty(-1).Max() + 1];
        foreach ((string token, int id) in vocabulary)
        {
            byId[id] = token;
        }

        JsonElement truncation = root.Has("truncation", out JsonElement t) ? t : default;
        return new TokenizerParts
        {
            Normalizers = root.Has("normalizer", out JsonElement normalizer) ? [.. NormalizerReader.Read(normalizer)] : [],
            PreTokenizers = root.Has("pre_tokenizer", out JsonElement preTokenizer) ? [.. PreTokenizerReader.Read(preTokenizer)] : [],
            Model = model,
            Template = root.Has("post_processor", out JsonElement postProcessor) ? TemplateReader.Read(postProcessor) ?? TokenTemplate.None : TokenTemplate.None,
            Decoders = root.Has("decoder", out JsonElement decoder) ? [.. DecoderReader.Read(decoder)] : [],
            Added = added,
            SpecialIds = added.Where(token => token.Special).Select(token => token.Id).ToHashSet(),
            Tokens = byId,
            MaxTokens = truncation.Int("max_length"),
            TruncateLeft = truncation.Text("direction") == "Left",
        };
    }

    private static AddedToken Added(JsonElement json) => new(
        json.GetProperty("id").TokenId(), json.GetProperty("content").GetString()!, json.Flag("special"), json.Flag("single_word"), json.Flag("lstrip"), json.Flag("rstrip"), json.Flag("normalized"));
}
