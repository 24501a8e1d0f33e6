namespace StructIndex.Tests;

/// <summary>Questions that are mined in the short styles.</summary>
public sealed class ShortQueriesTests
{
    private const string Store = """
        class QuotaStore:
            def reserve_zebra(self, count):
                if count > self.limit:
                    raise ValueError(f"cannot reserve {count} zebras over the limit")
                return self.limit - count

            def save(self):
                return self.limit
        """;

    private const string Report = "def print_totals(rows):\n    return sum(rows)\n\n\ndef save():\n    return 1\n";

    private static readonly (string, string)[] s_files = [("shop/quota.py", Store), ("shop/report.py", Report), ("tests/test_quota.py", "def test_reserve_giraffe():\n    assert True\n")];

    [Fact]
    public async Task Each_style_has_its_category_and_names_what_is_right()
    {
        EvaluationSet set = await MineAsync(QueryStyles.All);
        Assert.Equal(["error", "keywords", "symbol", "typo"], set.Queries.Select(query => query.Category).Distinct().Order());
        EvaluationQuery error = Assert.Single(set.Queries, query => query.Category == "error");
        Assert.Matches("^cannot reserve [^{}]+ zebras over the limit$", error.Text);
        Assert.Equal([new RelevanceTarget("shop/quota.py", new LineRange(2, 5))], error.Targets);
        Assert.Contains(set.Queries, query => query.Category == "symbol" && query.Text == "reserve_zebra" && query.Targets.SequenceEqual(error.Targets));
        Assert.DoesNotContain(set.Queries, query => query.Text.Contains("giraffe", StringComparison.Ordinal));
        Assert.Equal(set.Queries.Count, set.Queries.Select(query => query.Id).Distinct().Count());
    }

    [Fact]
    public async Task Keywords_are_two_words_that_every_right_unit_has_in_its_name_its_type_or_its_file()
    {
        EvaluationSet set = await MineAsync(QueryStyles.Keywords);
        Assert.NotEmpty(set.Queries);
        Assert.All(set.Queries, query => Assert.Equal(2, query.Text.Split(' ').Distinct().Count()));
        HashSet<string> known = ["quota", "store", "reserve", "zebra", "save", "print", "totals", "report"];
        Assert.All(set.Queries.SelectMany(query => query.Text.Split(' ')), word => Assert.Contains(word, known));
    }

    [Fact]
    public async Task A_question_with_a_typing_error_asks_for_the_same_as_without()
    {
        EvaluationSet set = await MineAsync(QueryStyles.Symbol | QueryStyles.Typo);
        Dictionary<string, EvaluationQuery> right = set.Queries.Where(query => query.Category == "symbol").ToDictionary(query => "typo:" + query.Id);
        EvaluationQuery[] wrong = [.. set.Queries.Where(query => query.Category == "typo")];
        Assert.NotEmpty(wrong);
        Assert.All(wrong, query => Assert.NotEqual(right[query.Id].Text, query.Text));
        Assert.All(wrong, query => Assert.Equal(right[query.Id].Targets, query.Targets));
    }

    [Fact]
    public async Task The_same_code_gives_the_same_questions_and_no_style_more_than_asked_for()
    {
        EvaluationSet first = await MineAsync(QueryStyles.All, most: 2), second = await MineAsync(QueryStyles.All, most: 2);
        Assert.Equal(first.Queries.Select(query => (query.Id, query.Text)), second.Queries.Select(query => (query.Id, query.Text)));
        Assert.All(first.Queries.CountBy(query => query.Category), style => Assert.InRange(style.Value, 1, 2));
    }

    [Fact]
    public async Task A_name_that_many_units_bear_is_no_question()
    {
        EvaluationSet set = await QueryMiner.MineAsync(
            new MemorySource(s_files), CodeIndexer.DefaultParsers, new QueryMiningOptions { Styles = QueryStyles.Symbol, MaxSharing = 1 }, TestContext.Current.CancellationToken);
        Assert.Equal(["QuotaStore", "print_totals", "reserve_zebra"], set.Queries.Select(query => query.Text).Order(StringComparer.Ordinal));
    }

    private static Task<EvaluationSet> MineAsync(QueryStyles styles, int most = 100) => QueryMiner.MineAsync(
        new MemorySource(s_files), CodeIndexer.DefaultParsers, new QueryMiningOptions { Styles = styles, MaxQuestions = most }, TestContext.Current.CancellationToken);
}
