namespace StructIndex.Tests;

public sealed class SnippetRankingTests
{
    [Theory]
    [InlineData(true, "~+", "~", "~+.py", "~!")]
    [InlineData(true, "1/20.py", "1/21.py")]
    [InlineData(false, "a.py", "b.py")]
    [InlineData(false, "net/1.py", "net/2.py")]
    [InlineData(false, "~+", "~", "a.py", "b.py")]
    public void Snippets_are_told_by_paths_without_a_letter(bool areSnippets, params string[] paths) =>
        Assert.Equal(areSnippets, new FileTraits(TinyIndex.Of([.. paths.Select(path => TinyIndex.Unit(path, "run"))])).AreSnippets);

    [Fact]
    public void Among_snippets_what_holds_the_words_comes_before_what_is_named_by_some()
    {
        const string query = "merge sorted lists by key";
        CodeUnit[] Units(string first, string second) => [TinyIndex.Unit(first, "merge_sorted", "sorted merge lists"), TinyIndex.Unit(second, "combine", "merge sorted lists key")];
        Assert.Equal("merge_sorted", First(query, Units("merge_sorted.py", "combine.py")));
        Assert.Equal("combine", First(query, Units("~", "~+")));
    }

    [Fact]
    public void Among_snippets_a_near_word_counts_more_the_nearer_it_is()
    {
        CodeUnit[] units = [TinyIndex.Unit("~", "paint", "paint expired sessions"), TinyIndex.Unit("~+", "delete", "delete expired sessions")];
        Assert.Equal("delete", new Searcher(TinyIndex.Of(units), CodeModel.Default.Model).Search("remove expired sessions", [], new SearchOptions { MinimumRelevance = 0 }).Hits[0].Unit.Name);
    }

    [Fact]
    public void The_parts_of_a_snippets_score_sum_to_it()
    {
        SearchHit hit = new Searcher(TinyIndex.Of([TinyIndex.Unit("~", "save", "save the item"), TinyIndex.Unit("~+", "load", "load the item")]))
            .Search("save item", [], new SearchOptions { MinimumRelevance = 0, Explain = true }).Hits[0];
        Assert.Equal(hit.Score, hit.Parts.Where(part => part.Name.StartsWith("rank:", StringComparison.Ordinal)).Sum(part => part.Value), 1e-4);
        Assert.Contains(hit.Parts, part => part.Name == "rank:WordMatch" && part.Value == SnippetWeights.WordMatch);
    }

    [Fact]
    public void Weights_of_snippets_that_are_not_fitted_are_those_of_repositories_or_none()
    {
        foreach (RankFeature feature in Enum.GetValues<RankFeature>().Except(SnippetWeights.Features.ToArray()))
        {
            Assert.Contains(SnippetWeights.All[(int)feature], (float[])[0, RankWeights.All[(int)feature]]);
        }
    }

    private static string First(string query, CodeUnit[] units) => new Searcher(TinyIndex.Of(units)).Search(query, [], new SearchOptions { MinimumRelevance = 0 }).Hits[0].Unit.Name;
}
