using System.Numerics.Tensors;
using Microsoft.Extensions.AI;

namespace StructIndex.Tests;

/// <summary>What an index expects of every embedding generator. Inherit it, and give a generator.</summary>
public abstract class EmbeddingGeneratorConformanceTests
{
    private static readonly string[] s_texts = ["parse the header of a request", "close the connection pool", "", "日本語 🙂 \ud800", new string('x', 20_000), "parse the header of a request"];

    /// <summary>The generator under test; shared by the tests of a class or made anew.</summary>
    protected abstract IEmbeddingGenerator<string, Embedding<float>> Generator { get; }

    [Fact]
    public async Task Each_text_gives_one_finite_vector_of_the_stated_width()
    {
        GeneratedEmbeddings<Embedding<float>> vectors = await Generator.GenerateAsync(s_texts, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(s_texts.Length, vectors.Count);
        int width = vectors[0].Vector.Length;
        Assert.All(vectors, vector =>
        {
            Assert.Equal(width, vector.Vector.Length);
            Assert.All(vector.Vector.ToArray(), value => Assert.True(float.IsFinite(value)));
        });
        Assert.Equal(width, Generator.GetService<EmbeddingGeneratorMetadata>()?.DefaultModelDimensions ?? width);
    }

    [Fact]
    public async Task No_texts_give_no_vectors() => Assert.Empty(await Generator.GenerateAsync([], cancellationToken: TestContext.Current.CancellationToken));

    [Fact]
    public async Task The_same_text_has_the_same_vector_alone_and_among_others()
    {
        GeneratedEmbeddings<Embedding<float>> together = await Generator.GenerateAsync(s_texts, cancellationToken: TestContext.Current.CancellationToken);
        GeneratedEmbeddings<Embedding<float>> alone = await Generator.GenerateAsync([s_texts[0]], cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(TensorPrimitives.Distance(alone[0].Vector.Span, together[0].Vector.Span) < 1e-4);
        Assert.True(TensorPrimitives.Distance(together[0].Vector.Span, together[^1].Vector.Span) < 1e-4);
    }

    [Fact]
    public async Task Many_threads_may_ask_at_once()
    {
        GeneratedEmbeddings<Embedding<float>> expected = await Generator.GenerateAsync([s_texts[1]], cancellationToken: TestContext.Current.CancellationToken);
        GeneratedEmbeddings<Embedding<float>>[] asked = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Generator.GenerateAsync([s_texts[1]], cancellationToken: TestContext.Current.CancellationToken))));
        Assert.All(asked, vectors => Assert.True(TensorPrimitives.Distance(expected[0].Vector.Span, vectors[0].Vector.Span) < 1e-4));
    }

    [Fact]
    public async Task A_cancelled_token_stops_the_work() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Generator.GenerateAsync(s_texts, cancellationToken: new CancellationToken(canceled: true)));

    [Fact]
    public async Task An_index_built_with_it_answers()
    {
        CodeIndex index = await CodeIndexer.IndexAsync(
            new MemorySource([("a.py", "def parse_header(line):\n    return line\n"), ("b.py", "def close_pool(pool):\n    pool.close()\n")]),
            new CodeIndexOptions { EmbeddingGenerator = Generator },
            cancellationToken: TestContext.Current.CancellationToken);
        SearchResult found = await index.SearchAsync("parse header", new SearchOptions { MinimumRelevance = 0 }, TestContext.Current.CancellationToken);
        Assert.Equal("a.py", found.Hits[0].Unit.Path);
    }
}
