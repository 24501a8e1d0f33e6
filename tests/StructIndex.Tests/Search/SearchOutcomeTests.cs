namespace StructIndex.Tests;

/// <summary>Answered, answered weakly, nothing: and why.</summary>
public sealed class SearchOutcomeTests
{
    private static readonly IndexContents s_contents = TinyIndex.Of(
    [
        .. Enumerable.Range(0, 8).Select(i => TinyIndex.Unit($"src/other{i}.py", $"other{i}", "keeps rows of a table")),
        TinyIndex.Unit("src/text.py", "resize_string", "grows the buffer"), TinyIndex.Unit("src/a.cs", "Row", "one row", UnitKind.Class, "csharp"),
    ]);

    [Fact]
    public void Between_both_thresholds_hits_are_returned_and_marked_with_what_speaks_against_them()
    {
        // Some of what was asked for is here, and some is not.
        string[] known = ["grows the buffer", "buffer", "grows", "keeps rows of a table", "rows"], unknown = ["sourdough", "kubernetes", "ferment", "knead", "baker", "oven", "yeast", "crust"];
        IEnumerable<SearchResult> results = known.SelectMany(part => Enumerable.Range(1, unknown.Length).Select(count => Search($"{part} {string.Join(' ', unknown.Take(count))}", new SearchOptions())));
        SearchResult weak = results.First(result => result.Outcome == SearchOutcome.Weak);
        Assert.InRange(weak.Relevance, RelevanceThresholds.Refused(QueryKind.Sentence, 9, hasDense: false), RelevanceThresholds.Weak(hasDense: false));
        Assert.False(weak.Abstained);
        Assert.NotEmpty(weak.Hits);
        Assert.Contains("'sourdough'", weak.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_likely_answer_is_no_weak_one_and_an_unlikely_one_none()
    {
        SearchResult answered = Search("keeps rows of a table", new SearchOptions());
        Assert.Equal((SearchOutcome.Answered, null), (answered.Outcome, answered.Reason));
        SearchResult nothing = Search("sourdough kubernetes ferment knead proof of baker and oven", new SearchOptions());
        Assert.Equal(SearchOutcome.Nothing, nothing.Outcome);
        Assert.Empty(nothing.Hits);
        Assert.True(nothing.Abstained);
    }

    [Fact]
    public void A_symbol_that_few_files_hold_is_answered_whatever_the_other_words_are()
    {
        SearchResult found = Search("mitigate possible heap corruption CVE in resize_string of upstream vendor advisory", new SearchOptions());
        Assert.Equal("resize_string", found.Hits[0].Unit.Name);
        Assert.True(found.Features!.NamesSymbol);
        Assert.Equal(SearchOutcome.Nothing, Search("resize_string of vendor advisory", new SearchOptions { MinimumRelevance = 1 }).Outcome);
    }

    [Fact]
    public void A_refusal_names_the_users_own_words() =>
        Assert.Contains("'Sourdoughs'", Search("Sourdoughs ferment in Kubernetes clusters", new SearchOptions { MinimumRelevance = 1 }).Reason + Search("rows of Sourdoughs", new SearchOptions { MinimumRelevance = 1 }).Reason, StringComparison.Ordinal);

    [Fact]
    public void Hits_below_the_least_relevance_are_left_out_and_where_none_is_left_the_search_says_so()
    {
        SearchResult all = Search("keeps rows of a table", new SearchOptions());
        double least = all.Hits.Max(hit => hit.Relevance);
        SearchResult cut = Search("keeps rows of a table", new SearchOptions { MinimumHitRelevance = least });
        Assert.Equal(all.Hits.Where(hit => hit.Relevance >= least).Select(hit => hit.Unit), cut.Hits.Select(hit => hit.Unit));
        Assert.Equal(Enumerable.Range(1, cut.Hits.Count), cut.Hits.Select(hit => hit.Rank));
        SearchResult none = Search("keeps rows of a table", new SearchOptions { MinimumHitRelevance = 1 });
        Assert.Equal(SearchOutcome.Nothing, none.Outcome);
        Assert.Contains("No hit is 1 likely", none.Reason, StringComparison.Ordinal);
        Assert.Equal("MinimumHitRelevance", Assert.Throws<ArgumentOutOfRangeException>(() => Search("a", new SearchOptions { MinimumHitRelevance = 2 })).ParamName);
    }

    [Fact]
    public void A_filter_that_allows_nothing_says_so() =>
        Assert.Contains("filter allows none of the 10 units", Search("rows", new SearchOptions { Filter = new UnitFilter { PathGlobs = ["lib/**"] } }).Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("csharp")]
    [InlineData("C#")]
    [InlineData("cs")]
    [InlineData(".CS")]
    public void A_language_is_named_by_its_name_or_its_extension(string language) =>
        Assert.Equal("Row", Assert.Single(Search("row", new SearchOptions { MinimumRelevance = 0, Filter = new UnitFilter { Languages = [language] } }).Hits).Unit.Name);

    [Fact]
    public void An_unknown_language_is_refused_with_those_that_the_index_holds() =>
        Assert.Contains("'klingon'; this index holds csharp python", Assert.Throws<ArgumentException>(() => Search("row", new SearchOptions { Filter = new UnitFilter { Languages = ["klingon"] } })).Message, StringComparison.Ordinal);

    private static SearchResult Search(string query, SearchOptions options) => new Searcher(s_contents).Search(query, [], options);
}
