using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.VectorData;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Data;

namespace StructIndex.Tests;

/// <summary>An index searched in place, as the abstractions of VectorData say.</summary>
public class SearchableTests
{
    private const string Question = "take an item from the shelf";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_text_finds_what_the_index_finds_in_its_order()
    {
        CodeIndex index = await ShopCode.IndexAsync();
        VectorSearchResult<CodeUnitRecord>[] results = await ResultsAsync(new CodeIndexSearchable(() => index).SearchAsync(Question, 3, cancellationToken: Token));
        SearchResult found = await index.SearchAsync(Question, new SearchOptions { Limit = 3 }, Token);
        Assert.Equal(found.Hits.Select(hit => (hit.Unit.Id, (double?)hit.Relevance)), results.Select(result => (result.Record.Id, result.Score)));
        Assert.Equal("Shop.Stock.Take", results[0].Record.QualifiedName);
    }

    [Fact]
    public async Task Skip_and_top_cut_windows_from_one_order()
    {
        CodeIndex index = await ShopCode.IndexAsync();
        CodeIndexSearchable searchable = new(() => index, new SearchOptions { MinimumRelevance = 0 });
        string[] all = await IdsAsync(searchable.SearchAsync(Question, 6, cancellationToken: Token));
        Assert.Equal(6, all.Length);
        Assert.Equal(all[2..5], await IdsAsync(searchable.SearchAsync(Question, 3, new() { Skip = 2 }, Token)));
        Assert.Empty(await IdsAsync(searchable.SearchAsync(Question, 3, new() { Skip = 1000 }, Token)));
        Assert.Throws<ArgumentOutOfRangeException>(() => searchable.SearchAsync(Question, 0, cancellationToken: Token));
    }

    [Fact]
    public async Task Vectors_come_only_when_they_are_asked_for()
    {
        CodeIndex index = await ShopCode.IndexAsync();
        CodeIndexSearchable searchable = new(() => index);
        Assert.All(await ResultsAsync(searchable.SearchAsync(Question, 3, cancellationToken: Token)), result => Assert.True(result.Record.Vector.IsEmpty));
        Assert.All(await ResultsAsync(searchable.SearchAsync(Question, 3, new() { IncludeVectors = true }, Token)), result => Assert.Equal(index.VectorDimensions, result.Record.Vector.Length));
    }

    [Fact]
    public async Task A_vector_of_any_of_the_usual_types_finds_the_nearest_units()
    {
        CodeIndex index = await ShopCode.IndexAsync();
        CodeIndexSearchable searchable = new(() => index);
        ReadOnlyMemory<float> vector = await index.QueryGenerator!.GenerateVectorAsync(Question, cancellationToken: Token);
        VectorSearchResult<CodeUnitRecord>[] nearest = await ResultsAsync(searchable.SearchAsync(vector, 4, cancellationToken: Token));
        Assert.Equal(index.Nearest(vector.Span, 4).Select(hit => (hit.Unit.Id, (double?)hit.Score)), nearest.Select(result => (result.Record.Id, result.Score)));
        Assert.Equal(nearest.Select(result => result.Record.Id), await IdsAsync(searchable.SearchAsync(vector.ToArray(), 4, cancellationToken: Token)));
        Assert.Equal(nearest.Select(result => result.Record.Id), await IdsAsync(searchable.SearchAsync(new Embedding<float>(vector), 4, cancellationToken: Token)));
        Assert.Equal(nearest.Take(2).Select(result => result.Record.Id), await IdsAsync(searchable.SearchAsync(vector, 4, new() { ScoreThreshold = nearest[1].Score }, Token)));
        NotSupportedException refused = await Assert.ThrowsAsync<NotSupportedException>(() => IdsAsync(searchable.SearchAsync(5, 4, cancellationToken: Token)));
        Assert.Contains("System.Int32", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_holds_before_the_search_and_may_use_what_the_program_knows()
    {
        CodeIndex index = await ShopCode.IndexAsync();
        CodeIndexSearchable searchable = new(() => index, new SearchOptions { MinimumRelevance = 0 });
        string[] paths = ["shop/Orders.cs", "web/retry.py"];
        VectorSearchResult<CodeUnitRecord>[] results = await ResultsAsync(searchable.SearchAsync(Question, 5, new() { Filter = record => paths.Contains(record.Path) && record.Kind == "Method" && record.StartLine > 1 }, Token));
        Assert.NotEmpty(results);
        Assert.All(results, result => Assert.True(paths.Contains(result.Record.Path) && result.Record.Kind == "Method"));
        CodeIndexSearchable onlyPython = new(() => index, new SearchOptions { MinimumRelevance = 0, Filter = new UnitFilter { Where = unit => unit.Language == "python" } });
        Assert.All(await ResultsAsync(onlyPython.SearchAsync(Question, 5, new() { Filter = record => record.Role == "Implementation" }, Token)), result => Assert.Equal("python", result.Record.Language));
        Assert.Empty(await IdsAsync(searchable.SearchAsync(Question, 5, new() { Filter = record => record.Language == "cobol" }, Token)));
    }

    [Fact]
    public async Task A_filter_that_cannot_be_read_is_refused_by_name()
    {
        CodeIndex index = await ShopCode.IndexAsync();
        CodeIndexSearchable searchable = new(() => index);
        NotSupportedException refused = Assert.Throws<NotSupportedException>(() => searchable.SearchAsync(Question, 5, new() { Filter = record => record.Callers.Contains("Pay") }, Token));
        Assert.Contains("cannot read Callers; it can read Id, Path, StartLine", refused.Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => searchable.SearchAsync(Question, 5, new() { Filter = record => Equals(record, null) }, Token));
    }

    [Fact]
    public async Task Only_the_vector_and_the_text_can_be_searched()
    {
        CodeIndex index = await ShopCode.IndexAsync();
        CodeIndexSearchable searchable = new(() => index);
        Assert.NotEmpty(await IdsAsync(searchable.SearchAsync(Question, 1, new() { VectorProperty = record => record.Vector }, Token)));
        Assert.Throws<ArgumentException>(() => searchable.SearchAsync(Question, 1, new() { VectorProperty = record => record.Path }, Token));
        Assert.NotEmpty(await IdsAsync(searchable.HybridSearchAsync(Question, [], 1, new() { AdditionalProperty = record => record.Text }, Token)));
        Assert.Throws<ArgumentException>(() => searchable.HybridSearchAsync(Question, [], 1, new() { AdditionalProperty = record => record.Signature }, Token));
    }

    [Fact]
    public async Task Keywords_count_beside_the_text_and_repeated_ones_add_nothing()
    {
        CodeIndex index = await ShopCode.IndexAsync();
        CodeIndexSearchable searchable = new(() => index);
        Assert.Equal(await IdsAsync(searchable.SearchAsync(Question, 3, cancellationToken: Token)), await IdsAsync(searchable.HybridSearchAsync(Question, ["Item", "shelf"], 3, cancellationToken: Token)));
        Assert.StartsWith("Shop.Stock.PutBack", (await ResultsAsync(searchable.HybridSearchAsync("an item", ["PutBack"], 1, cancellationToken: Token)))[0].Record.QualifiedName, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => searchable.HybridSearchAsync(new float[320], ["item"], 3, cancellationToken: Token));
    }

    [Fact]
    public async Task Nothing_comes_where_the_index_abstains()
    {
        CodeIndex index = await ShopCode.IndexAsync();
        CodeIndexSearchable searchable = new(() => index);
        Assert.Empty(await IdsAsync(searchable.SearchAsync("zygote chromosome telomerase kinase", 5, cancellationToken: Token)));
    }

    [Fact]
    public async Task Each_search_asks_for_the_index_as_it_is_now()
    {
        CodeIndex now = await CodeIndexer.IndexAsync(new MemorySource(Array.Empty<SourceFile>()), cancellationToken: Token);
        CodeIndexSearchable searchable = new(() => now);
        Assert.Empty(await IdsAsync(searchable.SearchAsync(Question, 5, cancellationToken: Token)));
        now = await ShopCode.IndexAsync();
        Assert.NotEmpty(await IdsAsync(searchable.SearchAsync(Question, 5, cancellationToken: Token)));
        Assert.Same(now, searchable.GetService(typeof(CodeIndex)));
        Assert.Same(searchable, searchable.GetService(typeof(IKeywordHybridSearchable<CodeUnitRecord>)));
        Assert.Equal("structindex", ((VectorStoreCollectionMetadata)searchable.GetService(typeof(VectorStoreCollectionMetadata))!).VectorStoreSystemName);
        Assert.Null(searchable.GetService(typeof(CodeIndex), "key"));
        Assert.Null(searchable.GetService(typeof(string)));
    }

    [Fact]
    [Experimental("SKEXP0001")]
    public async Task Text_search_and_plugins_of_semantic_kernel_take_the_index_as_it_is()
    {
        CodeIndex index = await ShopCode.IndexAsync();
        VectorStoreTextSearch<CodeUnitRecord> search = new(
            new CodeIndexSearchable(() => index),
            new TextSearchStringMapper(result => ((CodeUnitRecord)result).Text),
            new TextSearchResultMapper(result => new TextSearchResult(((CodeUnitRecord)result).Text) { Name = ((CodeUnitRecord)result).QualifiedName, Link = ((CodeUnitRecord)result).Path }));
        KernelPlugin plugin = search.CreateWithGetTextSearchResults("code");
        FunctionResult answer = await plugin["GetTextSearchResults"].InvokeAsync(new Kernel(), new() { ["query"] = Question, ["count"] = 2 }, Token);
        TextSearchResult best = ((IEnumerable<TextSearchResult>)answer.GetValue<object>()!).First();
        Assert.Equal(("Shop.Stock.Take", "shop/Stock.cs"), (best.Name, best.Link));
        Assert.Contains("method: Take", best.Value, StringComparison.Ordinal);
    }

    private static async Task<string[]> IdsAsync(IAsyncEnumerable<VectorSearchResult<CodeUnitRecord>> results) => [.. (await ResultsAsync(results)).Select(result => result.Record.Id)];

    private static async Task<VectorSearchResult<CodeUnitRecord>[]> ResultsAsync(IAsyncEnumerable<VectorSearchResult<CodeUnitRecord>> results) => await results.ToArrayAsync(Token);
}
