using System.Text.Json;

namespace StructIndex;

/// <summary>Reads the model of a <c>tokenizer.json</c>.</summary>
internal static class ModelReader
{
    /// <param name="json">The model.</param>
    /// <param name="specials">Special tokens, which text must not become by chance.</param>
    public static (ITokenModel Model, Dictionary<string, int> Vocabulary) Read(JsonElement json, HashSet<string> specials)
    {
        string? type = json.Text("type") ?? Guess(json);
        Dictionary<string, int> vocabulary = [];
        List<double> scores = [];
        if (type == "Unigram")
        {
            foreach (JsonElement piece in json.GetProperty("vocab").EnumerateArray())
            {
                vocabulary.TryAdd(piece[0].GetString()!, scores.Count);
                scores.Add(piece[1].GetDouble());
            }
        }
        else if (type is "WordPiece" or "BPE")
        {
            foreach (JsonProperty piece in json.GetProperty("vocab").EnumerateObject())
            {
                vocabulary[piece.Name] = piece.Value.TokenId();
            }
        }

        Dictionary<string, int> text = vocabulary.Where(piece => !specials.Contains(piece.Key)).ToDictionary(StringComparer.Ordinal);
        ByteFallback? bytes = json.Flag("byte_fallback") ? ByteFallback.Of(vocabulary) : null;
        ITokenModel model = type switch
        {
            "WordPiece" => new WordPieceModel(text, json.Text("continuing_subword_prefix") ?? "##", UnknownToken(json, vocabulary), json.Int("max_input_chars_per_word") ?? 100),
            "BPE" => Bpe(json, vocabulary, text, bytes),
            "Unigram" => new UnigramModel(text, [.. scores], UnknownId(json, scores.Count), bytes),
            _ => throw JsonParts.Unknown("model", type),
        };
        return (model, vocabulary);
    }

    // Old files do not name the type.
    private static string? Guess(JsonElement json) =>
        json.Has("merges", out _) ? "BPE" : !json.Has("vocab", out JsonElement vocabulary) ? null : vocabulary.ValueKind == JsonValueKind.Array ? "Unigram" : json.Has("continuing_subword_prefix", out _) ? "WordPiece" : null;

    private static KeyValuePair<string, int> UnknownToken(JsonElement json, Dictionary<string, int> vocabulary)
    {
        string token = json.Text("unk_token") ?? "[UNK]";
        return KeyValuePair.Create(token, vocabulary[token]);
    }

    private static int UnknownId(JsonElement json, int count) =>
        json.Int("unk_id") is >= 0 and int id && id < count ? id : throw JsonParts.Unknown("model Unigram with unk_id", $"{json.Int("unk_id")}");

    private static BpeModel Bpe(JsonElement json, Dictionary<string, int> vocabulary, Dictionary<string, int> text, ByteFallback? bytes)
    {
        foreach (string affix in (string[])["continuing_subword_prefix", "end_of_word_suffix"])
        {
            if (!string.IsNullOrEmpty(json.Text(affix)))
            {
                throw JsonParts.Unknown("model BPE with", affix);
            }
        }

        Dictionary<(int, int), (int, int)> merges = [];
        int rank = 0;
        foreach (JsonElement merge in json.GetProperty("merges").EnumerateArray())
        {
            string[] pair = merge.ValueKind == JsonValueKind.Array ? [merge[0].GetString()!, merge[1].GetString()!] : merge.GetString()!.Split(' ', 2);
            merges[(vocabulary[pair[0]], vocabulary[pair[1]])] = (rank++, vocabulary[pair[0] + pair[1]]);
        }

        int? unknown = json.Text("unk_token") is { } token ? vocabulary[token] : null;
        return new BpeModel(text, merges, new BpeOptions(unknown, json.Flag("fuse_unk"), bytes, json.Flag("ignore_merges")));
    }
}
