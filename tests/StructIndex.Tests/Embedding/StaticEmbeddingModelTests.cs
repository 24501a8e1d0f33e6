using System.Numerics.Tensors;
using System.Text;
using System.Text.Json;

namespace StructIndex.Tests;

public class StaticEmbeddingModelTests
{
    private static StaticEmbeddingModel Model => CodeModel.Default.Model;

    [Fact]
    public void Texts_agree_with_the_golden_vectors_in_tokens_and_components()
    {
        int texts = 0;
        foreach (JsonElement golden in Golden("text"))
        {
            string text = golden.GetProperty("text").GetString()!;
            UnitFields fields = default(UnitFields) with { Documentation = text };
            Assert.Equal(Strings(golden.GetProperty("tokens")), TokensOf(UnitField.Documentation, fields));
            float[] vector = new float[Model.Dimensions];
            Model.EmbedQuery(text, vector);
            AssertClose(golden, vector, text);
            texts++;
        }

        Assert.Equal(20, texts);
    }

    [Fact]
    public void Units_agree_with_the_golden_vectors_in_tokens_and_components()
    {
        int units = 0;
        foreach (JsonElement golden in Golden("unit"))
        {
            JsonElement f = golden.GetProperty("fields");
            string Field(string name) => f.GetProperty(name).GetString()!;
            UnitFields fields = new(
                Field("name"), Field("container"), Field("path"), Field("signature"), Field("documentation"), Field("body"));
            foreach (UnitField field in Enum.GetValues<UnitField>().Where(f => f != UnitField.Query))
            {
                Assert.Equal(Strings(golden.GetProperty("tokens").GetProperty(field.ToString().ToLowerInvariant())), TokensOf(field, fields));
            }

            float[] vector = new float[Model.Dimensions];
            Model.Embed(fields, vector);
            AssertClose(golden, vector, fields.ToString());
            units++;
        }

        Assert.Equal(4, units);
    }

    [Fact]
    public void Unknown_words_are_split_as_in_training()
    {
        using JsonDocument golden = JsonDocument.Parse(Resource("segmentation.json"));
        foreach (JsonProperty word in golden.RootElement.EnumerateObject())
        {
            (string Piece, double Weight)[] expected = [.. word.Value.EnumerateArray().Select(p => (p[0].GetString()!, p[1].GetDouble()))];
            int[] pieces = Model.Segmenter.Segment(Encoding.ASCII.GetBytes(word.Name));
            Assert.Equal(expected.Select(p => p.Piece), pieces.Select(row => Model.Vocabulary.Word(row).ToString()));
            Assert.All(expected, p => Assert.Equal(1 / Math.Sqrt(pieces.Length), p.Weight, 1e-5));
        }
    }

    [Fact]
    public void The_same_unit_has_the_same_vector_on_every_thread_and_beside_any_other_unit()
    {
        UnitFields[] units = [.. Enumerable.Range(0, 400).Select(i => new UnitFields(
            $"handle{i}Zqxjk", "Shop.Orders", $"src/orders/part{i}.cs", $"void handle{i}Zqxjk(int retrycounter)", "Handles an order.", $"retrycounter{i % 7}++; memorycache.Put({i});"))];
        float[][] alone = [.. units.Select(Embed)];
        float[][] together = new float[units.Length][];
        Parallel.For(0, units.Length, i => together[^(i + 1)] = Embed(units[^(i + 1)]));
        for (int i = 0; i < units.Length; i++)
        {
            Assert.Equal(alone[i], together[i]);
        }
    }

    [Fact]
    public void The_name_is_taken_out_of_the_signature_once() =>
        Assert.Equal(
            ["get", "get", "key"],
            TokensOf(UnitField.Signature, new UnitFields("get", "", "", "def get(get, get_key)", "", "")));

    [Theory]
    [InlineData("a/b/c/d/e/Store.cs", "c d e store")]
    [InlineData("src/main/java/com/shop/Order.java", "shop order")]
    [InlineData("v3/.eslintrc", "v eslintrc")]
    [InlineData("Makefile", "makefile")]
    [InlineData("one.two/three", "one two three")]
    [InlineData("lib/", "")]
    [InlineData("/", "")]
    public void A_path_gives_the_words_of_its_last_components(string path, string words) =>
        Assert.Equal(words, string.Join(' ', TokensOf(UnitField.Path, default(UnitFields) with { Path = path })));

    [Fact]
    public void A_container_of_a_million_characters_counts_with_its_last_words()
    {
        string container = string.Concat(Enumerable.Repeat("Shop.Orders.", 90_000)) + "Payment.Gateway";
        string[] tokens = TokensOf(UnitField.Container, default(UnitFields) with { Container = container });
        Assert.Equal(12, tokens.Length);
        Assert.Equal(["payment", "gateway"], tokens[^2..]);
    }

    [Fact]
    public void Missing_fields_count_as_empty_ones() => Assert.All(Embed(default), x => Assert.Equal(0, x));

    [Fact]
    public void A_vector_of_another_length_is_refused()
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => Model.EmbedQuery("text", new float[8]));
        Assert.Equal("vector", e.ParamName);
        Assert.Throws<ArgumentException>(() => Model.Embed(default, new float[8]));
    }

    [Fact]
    public void The_identity_names_the_model_and_its_content() =>
        Assert.Matches("^structindex-words-[0-9]+-[0-9a-f]{16}$", Model.ModelId);

    [Fact]
    public void The_role_word_decides_between_siblings_that_differ_in_nothing_else()
    {
        string[] roles = ["Admin", "User", "Guest", "Billing", "Support"];
        float[][] units = [.. roles.Select(r => Embed(new UnitFields(
            $"use{r}JwtValidationMiddleware", "", "src/middleware/auth.js", $"export function use{r}JwtValidationMiddleware(options)", "", "return verify(options.key);")))];
        for (int i = 0; i < roles.Length; i++)
        {
            float[] query = new float[Model.Dimensions];
            Model.EmbedQuery($"where do we validate JWT tokens for {roles[i]} routes?", query);
            int best = Enumerable.Range(0, roles.Length).MaxBy(u => TensorPrimitives.Dot<float>(units[u], query));
            Assert.Equal(roles[i], roles[best]);
        }
    }

    private static float[] Embed(UnitFields fields)
    {
        float[] vector = new float[Model.Dimensions];
        Model.Embed(fields, vector);
        return vector;
    }

    private static void AssertClose(JsonElement golden, float[] vector, string what)
    {
        double[] expected = [.. golden.GetProperty("embedding").EnumerateArray().Select(x => x.GetDouble())];
        Assert.Equal(expected.Length, vector.Length);
        double worst = expected.Zip(vector, (e, v) => Math.Abs(e - v)).Max();
        Assert.True(worst <= 1e-4, $"{what}: off by {worst}");
    }

    private static IEnumerable<JsonElement> Golden(string kind)
    {
        foreach (string line in Resource("vectors.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            JsonElement golden = JsonDocument.Parse(line).RootElement;
            if (golden.GetProperty("kind").GetString() == kind)
            {
                yield return golden;
            }
        }
    }

    private static string Resource(string name)
    {
        using StreamReader reader = new(typeof(StaticEmbeddingModelTests).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static string[] Strings(JsonElement array) => [.. array.EnumerateArray().Select(t => t.GetString()!)];

    private static string[] TokensOf(UnitField field, in UnitFields fields)
    {
        FieldTokens tokens = new(Model.TokenizerVersion);
        tokens.Take(field, fields, fields.Body);
        return [.. tokens.Words.ToArray().Select(token => token.ToString())];
    }
}
