using System.Numerics.Tensors;
using Microsoft.Extensions.AI;

namespace StructIndex.Tests;

/// <summary>Vectors and texts of an index, for stores and models of a user's own.</summary>
public class UnitVectorTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_dot_product_of_a_query_and_a_units_vector_is_the_score_of_the_dense_search()
    {
        CodeIndex index = await ShopCode.IndexAsync();
        ReadOnlyMemory<float> query = await index.QueryGenerator!.GenerateVectorAsync("take an item from the shelf", cancellationToken: Token);
        SearchResult found = await index.SearchAsync("take an item from the shelf", new SearchOptions { Mode = SearchMode.Dense }, Token);
        Assert.Equal(CodeModel.Default.Model.Dimensions, index.VectorDimensions);
        Assert.Equal("Take", found.Hits[0].Unit.Name);
        Assert.All(found.Hits, hit =>
        {
            ReadOnlyMemory<float> vector = index.VectorOf(hit.Unit);
            Assert.Equal(1, TensorPrimitives.Norm(vector.Span), 1e-5);
            Assert.Equal(hit.Score, TensorPrimitives.Dot(query.Span, vector.Span), 1e-3);
        });
    }

    [Fact]
    public async Task A_unit_in_pieces_has_the_average_of_their_vectors()
    {
        string lines = string.Concat(Enumerable.Range(0, 1000).Select(i => i < 500 ? $"    retry_with_backoff({i})\n" : $"    parse_json_header({i})\n"));
        CodeIndex index = await CodeIndexer.IndexAsync(new MemorySource([new SourceFile("long.py", $"def long():\n{lines}")]), cancellationToken: Token);
        CodeUnit unit = index.Find("long").Single(unit => unit.Kind == UnitKind.Function);
        Assert.InRange(unit.Pieces.Count, 2, 100);
        float[] expected = new float[index.VectorDimensions], piece = new float[index.VectorDimensions];
        foreach (SourceSpan span in unit.Pieces)
        {
            CodeModel.Default.Embed(UnitFields.Of(unit) with { Body = unit.Body.Substring(span.Start, span.Length) }, piece);
            TensorPrimitives.Add(expected, piece, expected);
        }

        float[] vector = index.VectorOf(unit).ToArray();
        Assert.Equal(1, TensorPrimitives.Norm<float>(vector), 1e-5);
        Assert.Equal(1, TensorPrimitives.CosineSimilarity<float>(expected, vector), 1e-3);
        Assert.StartsWith("function: long\n", index.TextOf(unit), StringComparison.Ordinal);
        Assert.True(index.TextOf(unit).Length <= EnrichmentTemplate.DefaultMaxCharacters);
    }

    [Fact]
    public async Task The_text_of_a_unit_is_what_a_model_embedded_and_its_vector_what_the_model_gave()
    {
        TwoSidedGenerator model = new();
        CodeIndex index = await CodeIndexer.IndexAsync(new MemorySource(ShopCode.Files), new CodeIndexOptions { EmbeddingGenerator = model }, cancellationToken: Token);
        Assert.NotEmpty(index.Graph.Edges);
        Assert.Equal(model.Texts, index.Units.Select(index.TextOf));
        Assert.Contains("called by: Pay\n", index.TextOf(index.Find("Orders.Reserve").Single()), StringComparison.Ordinal);
        Assert.All(index.Units, unit => Assert.Equal([1, 0], index.VectorOf(unit).ToArray()));
        float[] query = (await index.QueryGenerator!.GenerateVectorAsync("a question", cancellationToken: Token)).ToArray();
        Assert.Equal([0, 1], query);
    }

    [Fact]
    public async Task The_nearest_units_are_those_with_the_largest_cosines_that_the_filter_allows()
    {
        CodeIndex index = await ShopCode.IndexAsync();
        CodeUnit cancel = index.Find("Orders.Cancel").Single();
        float[] vector = index.VectorOf(cancel).ToArray();
        IReadOnlyList<SearchHit> nearest = index.Nearest(vector, index.Units.Count);
        Assert.Same(cancel, nearest[0].Unit);
        Assert.Equal(index.Units.Count, nearest.Count);
        Assert.Equal(index.Units.Select(unit => Math.Round(TensorPrimitives.Dot(vector, index.VectorOf(unit).Span), 3)).OrderDescending(), nearest.Select(hit => Math.Round(hit.Score, 3)), (a, b) => Math.Abs(a - b) < 2e-3);
        IReadOnlyList<SearchHit> others = index.Nearest(vector, 2, new UnitFilter { Languages = ["csharp"], Where = unit => unit.Kind == UnitKind.Method && unit != cancel });
        Assert.Equal(nearest.Where(hit => hit.Unit is { Kind: UnitKind.Method, Language: "csharp" } && hit.Unit != cancel).Take(2).Select(hit => hit.Unit), others.Select(hit => hit.Unit));
        Assert.Throws<ArgumentException>(() => index.Nearest(new float[3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => index.Nearest(vector, 0));
    }

    [Fact]
    public async Task A_search_keeps_to_what_a_predicate_allows()
    {
        CodeIndex index = await ShopCode.IndexAsync();
        SearchOptions onlyTypes = new() { MinimumRelevance = 0, Filter = new UnitFilter { Where = unit => unit.Kind == UnitKind.Class } };
        SearchResult found = await index.SearchAsync("take an item from the shelf", onlyTypes, Token);
        Assert.NotEmpty(found.Hits);
        Assert.All(found.Hits, hit => Assert.Equal(UnitKind.Class, hit.Unit.Kind));
        SearchResult nothing = await index.SearchAsync("take an item", onlyTypes with { Filter = new UnitFilter { Where = _ => false } }, Token);
        Assert.Contains("filter allows none", nothing.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_without_vectors_gives_none()
    {
        CodeIndex index = await new CodeIndexBuilder().BuildAsync(new MemorySource(ShopCode.Files), cancellationToken: Token);
        Assert.Equal(0, index.VectorDimensions);
        Assert.Null(index.QueryGenerator);
        Assert.All(index.Units, unit => Assert.True(index.VectorOf(unit).IsEmpty));
        Assert.Throws<InvalidOperationException>(() => index.Nearest([1f]));
    }

    [Fact]
    public async Task A_loaded_index_gives_the_vectors_and_texts_that_were_saved_and_refuses_units_of_another()
    {
        using TemporaryFolder folder = new();
        CodeIndex index = await ShopCode.IndexAsync();
        await index.SaveAsync(folder.At("shop.index"), Token);
        CodeIndex loaded = await CodeIndexer.LoadAsync(folder.At("shop.index"), cancellationToken: Token);
        Assert.Equal(index.Units.Select(index.TextOf), loaded.Units.Select(loaded.TextOf));
        Assert.Equal(index.Units.Select(unit => index.VectorOf(unit).ToArray()), loaded.Units.Select(unit => loaded.VectorOf(unit).ToArray()));
        Assert.Throws<ArgumentException>(() => loaded.VectorOf(index.Units[0]));
        Assert.Throws<ArgumentException>(() => loaded.TextOf(index.Units[0]));
    }

    /// <summary>Documents point one way, queries the other.</summary>
    private sealed class TwoSidedGenerator : IEmbeddingGenerator<string, Embedding<float>>
    {
        public List<string> Texts { get; } = [];

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            int before = Texts.Count;
            Texts.AddRange(values);
            return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(Enumerable.Range(before, Texts.Count - before).Select(_ => new Embedding<float>(new float[] { 1, 0 }))));
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is "query" ? new Queries() : null;

        public void Dispose()
        {
            // Nothing to free.
        }

        private sealed class Queries : IEmbeddingGenerator<string, Embedding<float>>
        {
            public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
                Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(_ => new Embedding<float>(new float[] { 0, 1 }))));

            public object? GetService(Type serviceType, object? serviceKey = null) => null;

            public void Dispose()
            {
                // Nothing to free.
            }
        }
    }
}
