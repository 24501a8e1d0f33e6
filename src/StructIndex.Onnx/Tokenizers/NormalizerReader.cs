using System.Text.Json;

namespace StructIndex;

/// <summary>Reads the normalizers of a <c>tokenizer.json</c>.</summary>
internal static class NormalizerReader
{
    public static IEnumerable<INormalizer> Read(JsonElement json) => json.Components("normalizers").Select(One);

    private static INormalizer One(JsonElement json) => json.Text("type") switch
    {
        "BertNormalizer" => new BertNormalizer(json.Flag("clean_text", true), json.Flag("handle_chinese_chars", true), json.Flag("strip_accents", json.Flag("lowercase", true)), json.Flag("lowercase", true)),
        "NFC" => new UnicodeNormalizer(Compatible: false, Compose: true),
        "NFD" => new UnicodeNormalizer(Compatible: false, Compose: false),
        "NFKC" => new UnicodeNormalizer(Compatible: true, Compose: true),
        "NFKD" => new UnicodeNormalizer(Compatible: true, Compose: false),
        "Lowercase" => new LowercaseNormalizer(),
        "StripAccents" => new StripAccentsNormalizer(),
        "Strip" => new StripNormalizer(json.Flag("strip_left", true), json.Flag("strip_right", true)),
        "Replace" => new ReplaceNormalizer(json.Pattern(), json.Text("content") ?? ""),
        "Prepend" => new PrependNormalizer(json.Text("prepend") ?? ""),
        "Nmt" => new NmtNormalizer(),
        "Precompiled" => new PrecompiledNormalizer(json.GetProperty("precompiled_charsmap").GetBytesFromBase64()),
        var other => throw JsonParts.Unknown("normalizer", other),
    };
}
