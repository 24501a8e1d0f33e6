using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace StructIndex.Tests;

/// <summary>Our tokenizers against an independent implementation, over nasty texts; both sides are made by Assets/make_tokenizers.mjs.</summary>
public class HubTokenizerGoldenTests
{
    private static readonly HubEncodeOptions s_asTheHub = new() { SpecialTokensInText = true };

    public static TheoryData<string> Names => [.. Directory.GetFiles(Assets.At("tokenizers"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Ids_and_decoded_texts_are_equal(string name)
    {
        HubTokenizer tokenizer = HubTokenizer.Load(Assets.At("tokenizers", name + ".json"));
        List<string> wrong = [];
        foreach (JsonElement row in Rows(name))
        {
            switch (row.GetProperty("kind").GetString())
            {
                case "text":
                    string text = row.GetProperty("text").GetString()!;
                    int[] ids = Ids(tokenizer.Encode(text, s_asTheHub));
                    Compare(JsonSerializer.Serialize(text), row.GetProperty("ids").EnumerateArray().Select(id => id.GetInt32()), ids);
                    Compare("decoded " + JsonSerializer.Serialize(text), row.GetProperty("decoded").GetString()!, tokenizer.Decode(ids));
                    break;
                case "pair":
                    Compare("pair", row.GetProperty("ids").EnumerateArray().Select(id => id.GetInt32()), Ids(tokenizer.Encode(row.GetProperty("a").GetString()!, row.GetProperty("b").GetString()!)));
                    break;
                case "long":
                    string what = row.GetProperty("what").GetString()!;
                    int[] many = Ids(tokenizer.Encode(Long(what)));
                    Compare(what, $"{row.GetProperty("count")} {row.GetProperty("sha")}", $"{many.Length} {Sha(many)}");
                    break;
                default:
                    Compare("printable ASCII pairs", row.GetProperty("sha").EnumerateArray().Select(sha => sha.GetString()!), Printable.Select(a => Sha(Printable.SelectMany(b => Ids(tokenizer.Encode($"{a}{b}"))))));
                    break;
            }
        }

        Assert.Empty(wrong);

        void Compare<T>(string what, T expected, T actual)
        {
            string left = Show(expected), right = Show(actual);
            if (left != right)
            {
                wrong.Add($"{what}: expected {left}, was {right}");
            }
        }

        static string Show<T>(T value) => value is string text ? text : value is System.Collections.IEnumerable many ? string.Join(' ', many.Cast<object>()) : $"{value}";
    }

    [Fact]
    public void The_real_tokenizer_gives_the_ids_of_all_reference_texts()
    {
        string folder = Assets.RealModel("all-MiniLM-L6-v2") ?? "";
        Assert.SkipWhen(folder.Length == 0, "There is no shared/models/all-MiniLM-L6-v2 here, and STRUCTINDEX_MODELS names no folder that holds it.");
        HubTokenizer tokenizer = HubTokenizer.Load(Path.Combine(folder, "tokenizer.json"));
        string[] lines = File.ReadAllLines(Path.Combine(folder, "reference.jsonl"));
        Assert.Equal(67, lines.Length);
        Assert.All(lines, line =>
        {
            JsonElement row = JsonDocument.Parse(line).RootElement;
            Assert.Equal(
                row.GetProperty("ids").EnumerateArray().Select(id => id.GetInt32()),
                Ids(tokenizer.Encode(row.GetProperty("text").GetString()!, new HubEncodeOptions { SpecialTokensInText = true, MaxTokens = 256 })));
        });
    }

    private static IEnumerable<char> Printable => Enumerable.Range(32, 95).Select(c => (char)c);

    private static int[] Ids(IReadOnlyList<HubToken> tokens) => [.. tokens.Select(token => token.Id)];

    private static string Sha(IEnumerable<int> ids) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join(',', ids))))[..32];

    private static IEnumerable<JsonElement> Rows(string name) => File.ReadLines(Assets.At("golden", name + ".jsonl")).Select(line => JsonDocument.Parse(line).RootElement);

    private static string Long(string what) => what switch
    {
        "100000 letters" => new string('x', 100_000),
        "100000 mixed" => string.Concat(Enumerable.Repeat("getUserName_", 8334))[..100_000],
        "50000 emoji" => string.Concat(Enumerable.Repeat("\U0001F600", 50_000)),
        "100000 blanks" => new string(' ', 100_000),
        _ => throw new InvalidOperationException(what),
    };
}
