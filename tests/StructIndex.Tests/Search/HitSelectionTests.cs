namespace StructIndex.Tests;

public sealed class HitSelectionTests
{
    private static readonly CodeUnit[] s_units =
    [
        TinyIndex.Unit("src/retry_policy.py", "retry_policy", "retry policy of calls"),
        TinyIndex.Unit("src/retry_policy.py", "next_retry", "the delay that the policy gives before the next retry"),
        .. Enumerable.Range(0, 8).Select(i => TinyIndex.Unit($"src/other{i}.py", $"other{i}", "a policy")),
    ];

    [Fact]
    public void A_further_unit_of_the_best_file_comes_before_a_much_weaker_file_but_not_among_the_first_five()
    {
        string[] names = Names(Search(7));
        Assert.Equal("retry_policy", names[0]);
        Assert.DoesNotContain("next_retry", names[1..5]);
        Assert.Equal("next_retry", names[5]);
        Assert.Equal(7, names.Distinct().Count());
    }

    [Fact]
    public void A_file_that_is_nearly_as_good_keeps_its_place()
    {
        CodeUnit[] equal = [.. Enumerable.Range(0, 8).SelectMany(i => new[] { TinyIndex.Unit($"{i}/retry.py", "retry", "retry"), TinyIndex.Unit($"{i}/retry.py", "again", "retry") })];
        SearchResult result = new Searcher(TinyIndex.Of(equal)).Search("retry", [], new SearchOptions { Limit = 8, MinimumRelevance = 0 });
        Assert.Equal(8, result.Hits.Select(hit => hit.Unit.Path).Distinct().Count());
    }

    [Fact]
    public void Scores_and_ranks_fall_from_hit_to_hit_and_no_unit_comes_twice()
    {
        IReadOnlyList<SearchHit> hits = Search(20).Hits;
        Assert.Equal(s_units.Length, hits.Count);
        Assert.Equal(s_units.Length, hits.Select(hit => hit.Unit).Distinct().Count());
        Assert.Equal(hits.Select(hit => hit.Score).OrderDescending(), hits.Select(hit => hit.Score));
        Assert.Equal(Enumerable.Range(1, hits.Count), hits.Select(hit => hit.Rank));
    }

    [Fact]
    public void Who_reads_many_files_gets_them_first()
    {
        string[] names = Names(Search(9, filesFirst: true));
        Assert.DoesNotContain("next_retry", names);
        Assert.Equal("next_retry", Names(Search(10, filesFirst: true))[^1]);
    }

    [Fact]
    public void Who_reads_functions_gets_the_best_of_a_file_before_weaker_files()
    {
        SearchResult result = new Searcher(TinyIndex.Of(s_units)).Search("retry policy", [], new SearchOptions { Limit = 3, MinimumRelevance = 0, UnitsFirst = true });
        Assert.Equal(["retry_policy", "next_retry"], Names(result)[..2]);
        Assert.Equal(3, result.Hits.Count);
        Assert.Equal(result.Hits.Select(hit => hit.Score).OrderDescending(), result.Hits.Select(hit => hit.Score));
    }

    [Fact]
    public void Units_first_gives_every_unit_once_where_there_is_room()
    {
        SearchResult result = new Searcher(TinyIndex.Of(s_units)).Search("retry policy", [], new SearchOptions { Limit = 20, MinimumRelevance = 0, UnitsFirst = true });
        Assert.Equal(s_units.Select(unit => unit.Id).Order(), result.Hits.Select(hit => hit.Unit.Id).Order());
    }

    [Fact]
    public void A_filter_keeps_further_units_out_too() =>
        Assert.DoesNotContain("next_retry", Names(new Searcher(TinyIndex.Of([.. s_units, TinyIndex.Unit("src/retry_policy.ts", "retry_policy", "retry policy", language: "typescript")]))
            .Search("retry policy", [], new SearchOptions { MinimumRelevance = 0, Filter = new UnitFilter { Languages = ["typescript"] } })));

    private static SearchResult Search(int limit, bool filesFirst = false) =>
        new Searcher(TinyIndex.Of(s_units)).Search("retry policy", [], new SearchOptions { Limit = limit, MinimumRelevance = 0, FilesFirst = filesFirst });

    private static string[] Names(SearchResult result) => [.. result.Hits.Select(hit => hit.Unit.Name)];
}
