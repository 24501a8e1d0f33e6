using Microsoft.Extensions.AI;

namespace StructIndex.Tests;

public class StaticEmbeddingGeneratorTests
{
    private static StaticEmbeddingGenerator Generator => CodeModel.Default;

    [Fact]
    public async Task Each_text_gets_its_vector_in_order()
    {
        GeneratedEmbeddings<Embedding<float>> made = await Generator.GenerateAsync(["parse json", "retry with backoff", "parse json"], cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(3, made.Count);
        float[] query = new float[Generator.Model.Dimensions];
        Generator.EmbedQuery("retry with backoff", query);
        Assert.Equal(query, made[1].Vector.ToArray());
        Assert.Equal(made[0].Vector.ToArray(), made[2].Vector.ToArray());
        Assert.All(made, e => Assert.Equal(Generator.Model.ModelId, e.ModelId));
    }

    public static TheoryData<string, bool> Texts => new()
    {
        { "", false },
        { "😀🎉", false },
        { "zqxjkvwpzq", false },
        { string.Concat(Enumerable.Repeat("😀", 50_000)), false },
        { new string('q', 100_000), true },
        { string.Concat(Enumerable.Repeat("validate the token ", 6_000)), true },
        { "\0\uFFFF\uD800 parse", true },
    };

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public void Any_text_has_a_finite_vector_of_length_one_or_zero(string text, bool known)
    {
        float[] vector = new float[Generator.Model.Dimensions];
        Generator.EmbedQuery(text, vector);
        double length = Math.Sqrt(vector.Sum(x => (double)x * x));
        Assert.All(vector, x => Assert.True(float.IsFinite(x)));
        Assert.Equal(known && text[0] != 'q' ? 1 : length, length, 1e-5);
        Assert.True(known || length == 0);
    }

    [Fact]
    public void Services_tell_the_model_and_what_is_known_about_it()
    {
        EmbeddingGeneratorMetadata metadata = Assert.IsType<EmbeddingGeneratorMetadata>(Generator.GetService(typeof(EmbeddingGeneratorMetadata)));
        Assert.Equal((Generator.Model.ModelId, Generator.Model.Dimensions), (metadata.DefaultModelId, metadata.DefaultModelDimensions));
        Assert.Same(Generator, Generator.GetService(typeof(StaticEmbeddingGenerator)));
        Assert.Same(Generator, Generator.GetService(typeof(IEmbeddingGenerator<string, Embedding<float>>)));
        Assert.Same(Generator.Model, Generator.GetService(typeof(StaticEmbeddingModel)));
        Assert.Null(Generator.GetService(typeof(StaticEmbeddingGenerator), "key"));
        Assert.Null(Generator.GetService(typeof(string)));
    }

    [Fact]
    public async Task Other_dimensions_null_texts_and_cancelled_tokens_are_refused()
    {
        CancellationToken none = TestContext.Current.CancellationToken;
        await Assert.ThrowsAsync<ArgumentException>(() => Generator.GenerateAsync(["a"], new EmbeddingGenerationOptions { Dimensions = 8 }, none));
        await Assert.ThrowsAsync<ArgumentException>(() => Generator.GenerateAsync([null!], cancellationToken: none));
        await Assert.ThrowsAsync<ArgumentNullException>(() => Generator.GenerateAsync(null!, cancellationToken: none));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Generator.GenerateAsync(["a"], cancellationToken: new CancellationToken(true)));
    }

    [Fact]
    public void Near_words_mean_nearly_the_same_and_never_outweigh_the_word()
    {
        IReadOnlyList<WordNeighbour> near = Generator.Model.NearestWords("delete");
        Assert.InRange(near.Count, 1, 5);
        Assert.Contains(near, n => n.Word is "deletes" or "deleting" or "deleted" or "remove" or "deletion");
        Assert.All(near, n => Assert.InRange(n.Weight, .25f, 1));
        Assert.DoesNotContain(near, n => n.Word == "delete");
        Assert.Equal(near.OrderByDescending(n => n.Weight), near);
        Assert.Same(near, Generator.Model.NearestWords("Delete"));
    }

    [Theory]
    [InlineData("zqxjkvwpzq")]
    [InlineData("dumpfp")]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("日本")]
    public void Unknown_and_rare_words_have_no_near_words(string word) => Assert.Empty(Generator.Model.NearestWords(word));
}
