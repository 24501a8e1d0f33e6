using System.Text.Json;

namespace StructIndex;

/// <summary>Reads the decoders of a <c>tokenizer.json</c>.</summary>
internal static class DecoderReader
{
    public static IEnumerable<ITokenDecoder> Read(JsonElement json) => json.Components("decoders").Select(One);

    private static ITokenDecoder One(JsonElement json) => json.Text("type") switch
    {
        "WordPiece" => new WordPieceDecoder(json.Text("prefix") ?? "##", json.Flag("cleanup", true)),
        "ByteLevel" => new ByteLevelDecoder(),
        "Metaspace" => new MetaspaceDecoder(json.Text("replacement") ?? "\u2581", PreTokenizerReader.Prepend(json)),
        "Replace" => new ReplaceDecoder(new ReplaceNormalizer(json.Pattern(), json.Text("content") ?? "")),
        "Fuse" => new FuseDecoder(),
        "Strip" => new StripDecoder((json.Text("content") ?? " ")[0], json.Int("start") ?? 0, json.Int("stop") ?? 0),
        "ByteFallback" => new ByteFallbackDecoder(),
        var other => throw JsonParts.Unknown("decoder", other),
    };
}
