using System.Text;
using System.Text.Json;

namespace StructIndex;

/// <summary>Reads the pre-tokenizers of a <c>tokenizer.json</c>.</summary>
internal static class PreTokenizerReader
{
    public static IEnumerable<IPreTokenizer> Read(JsonElement json) => json.Components("pretokenizers").Select(One);

    /// <summary>When a metaspace component puts its mark in front; older files say it by another property.</summary>
    public static MetaspacePrepend Prepend(JsonElement json) => json.Text("prepend_scheme") switch
    {
        "first" => MetaspacePrepend.First,
        "never" => MetaspacePrepend.Never,
        null when !json.Flag("add_prefix_space", true) => MetaspacePrepend.Never,
        null or "always" => MetaspacePrepend.Always,
        var other => throw JsonParts.Unknown("prepend_scheme", other),
    };

    private static IPreTokenizer One(JsonElement json) => json.Text("type") switch
    {
        "BertPreTokenizer" => new BertPreTokenizer(),
        "ByteLevel" => new ByteLevelPreTokenizer(json.Flag("add_prefix_space", true), json.Flag("use_regex", true)),
        "Metaspace" => new MetaspacePreTokenizer(json.Text("replacement") ?? "\u2581", Prepend(json), json.Flag("split", true)),
        "Whitespace" => new SplitPreTokenizer(CharacterSplits.WordsAndSymbols, SplitBehaviour.Removed, Invert: true),
        "WhitespaceSplit" => new SplitPreTokenizer(CharacterSplits.Each(Characters.IsWhiteSpace), SplitBehaviour.Removed),
        "Punctuation" => new SplitPreTokenizer(CharacterSplits.Each(Characters.IsPunctuation), Behaviour(json.Text("behavior") ?? "Isolated")),
        "Digits" => new SplitPreTokenizer(CharacterSplits.Each(Rune.IsNumber), json.Flag("individual_digits") ? SplitBehaviour.Isolated : SplitBehaviour.Contiguous),
        "CharDelimiterSplit" => new SplitPreTokenizer(TextPattern.Literal(json.GetProperty("delimiter").GetString()!).Matches, SplitBehaviour.Removed),
        "Split" => new SplitPreTokenizer(json.Pattern().Matches, Behaviour(json.Text("behavior")), json.Flag("invert")),
        var other => throw JsonParts.Unknown("pre_tokenizer", other),
    };

    private static SplitBehaviour Behaviour(string? name) =>
        Enum.TryParse(name, out SplitBehaviour behaviour) ? behaviour : throw JsonParts.Unknown("split behavior", name);
}
