namespace StructIndex.Tests;

/// <summary>Searches that one retriever answers alone.</summary>
public sealed class SearchModeTests
{
    private static readonly float[] s_query = [1, 0];

    private static readonly IndexContents s_contents = TinyIndex.Of(
        [TinyIndex.Unit("1.py", "parse_header", "parse"), TinyIndex.Unit("1.py", "other"), TinyIndex.Unit("2.py", "near"), TinyIndex.Unit("3.go", "parse", language: "go")],
        [TinyIndex.At(.1), TinyIndex.At(.7), TinyIndex.At(.9), TinyIndex.At(.2)]);

    [Fact]
    public void The_lexical_mode_orders_files_by_the_BM25F_of_their_best_unit_without_near_words()
    {
        SearchResult found = new Searcher(s_contents, CodeModel.Default.Model).Search("parse", s_query, new SearchOptions { Mode = SearchMode.Lexical });
        float[] scores = new float[s_contents.Units.Count];
        s_contents.Lexical.Score(Asked.Words("parse", s_contents.Lexical).Words, scores);
        int[] expected = [.. Enumerable.Range(0, 4).Where(unit => scores[unit] > 0).OrderByDescending(unit => scores[unit])];
        Assert.Equal(2, expected.Length);
        Assert.Equal(expected.Select(unit => s_contents.Units[unit].Name), Names(found));
        Assert.Equal(expected.Select(unit => (double)scores[unit]), found.Hits.Select(hit => hit.Score), (a, b) => Math.Abs(a - b) < 1e-5);
    }

    [Fact]
    public void The_dense_mode_orders_files_by_the_cosine_of_their_nearest_unit()
    {
        SearchResult found = Search("parse", new SearchOptions { Mode = SearchMode.Dense });
        Assert.Equal(["near", "other", "parse"], Names(found));
        Assert.Equal([.9, .7, .2], found.Hits.Select(hit => Math.Round(hit.Score, 4)));
        Assert.Equal([1, 2, 3], found.Hits.Select(hit => hit.Rank));
    }

    [Theory]
    [InlineData(SearchMode.Lexical)]
    [InlineData(SearchMode.Dense)]
    public void Limit_and_filter_hold_and_nothing_is_held_back(SearchMode mode)
    {
        Assert.Single(Search("parse", new SearchOptions { Mode = mode, Limit = 1 }).Hits);
        SearchResult go = Search("parse", new SearchOptions { Mode = mode, MinimumRelevance = 1, Filter = new UnitFilter { Languages = ["go"] } });
        Assert.Equal(["parse"], Names(go));
        Assert.False(go.Abstained);
        Assert.Equal(double.NaN, go.Relevance);
    }

    [Fact]
    public void What_finds_nothing_says_why()
    {
        Assert.Contains("word", Search("absent", new SearchOptions { Mode = SearchMode.Lexical }).Reason, StringComparison.Ordinal);
        IndexContents words = TinyIndex.Of([TinyIndex.Unit("1.py", "parse")]);
        Assert.Contains("no vectors", new Searcher(words).Search("parse", [], new SearchOptions { Mode = SearchMode.Dense }).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lexical_search_embeds_nothing()
    {
        CodeIndex index = await CodeIndexer.IndexAsync(new MemorySource([new SourceFile("a.py", "def parse(): pass\n")]), cancellationToken: TestContext.Current.CancellationToken);
        SearchResult found = await index.SearchAsync("parse", new SearchOptions { Mode = SearchMode.Lexical }, TestContext.Current.CancellationToken);
        Assert.Equal("parse", found.Hits[0].Unit.Name);
        Assert.Equal("Mode", (await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => index.SearchAsync("parse", new SearchOptions { Mode = (SearchMode)9 }, TestContext.Current.CancellationToken))).ParamName);
    }

    private static SearchResult Search(string query, SearchOptions options) => new Searcher(s_contents).Search(query, s_query, options);

    private static IEnumerable<string> Names(SearchResult result) => result.Hits.Select(hit => hit.Unit.Name);
}
