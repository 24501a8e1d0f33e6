namespace StructIndex.Tests;

public sealed class EvaluationQueriesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Queries_and_all_forms_of_targets_are_read()
    {
        IReadOnlyList<EvaluationQuery> queries = Load("""
            {"id":"a","query":"retry","category":"semantic","relevant":[{"path":"./src\\Retry.cs"},{"path":"b.cs","start":3,"end":9},{"symbol":"Store.Save"}]}

            {"id":7,"query":"make tea","relevant":[]}
            """);
        Assert.Equal(["a", "7"], queries.Select(query => query.Id));
        Assert.Equal([new("src/Retry.cs"), new("b.cs", new LineRange(3, 9)), new(null, null, "Store.Save")], queries[0].Targets);
        Assert.Equal("semantic", queries[0].Category);
        Assert.False(queries[0].ExpectsNothing);
        Assert.True(queries[1].ExpectsNothing);
        Assert.Equal("", queries[1].Category);
    }

    [Theory]
    [InlineData("""{"id":"a","query":"retry"}""", "relevant")]
    [InlineData("""{"id":"a","relevant":[]}""", "query")]
    [InlineData("""{"query":"retry","relevant":[]}""", "id")]
    [InlineData("""{"id":"a","query":"retry","relevant":[{}]}""", "names nothing")]
    [InlineData("""{"id":"a","query":"retry","relevant":["src/a.cs"]}""", "no object")]
    [InlineData("""{"id":"a","query":"retry","relevant":[{"path":"a.cs","start":3}]}""", "give both")]
    [InlineData("""{"id":"a","query":"retry","relevant":[{"path":"a.cs","start":9,"end":3}]}""", "counted from 1")]
    [InlineData("""{"id":"a","query":"retry","relevant":[{"path":"a.cs","start":"3","end":4}]}""", "whole number")]
    [InlineData("""{"id":"a","query":{},"relevant":[]}""", "quotes")]
    [InlineData("""{"id":"first","query":"retry","relevant":[]}""", "twice")]
    [InlineData("""{"id":"a","query":"half \ud800","relevant":[]}""", "surrogate")]
    [InlineData("""{"\ud800":"a","query":"retry","relevant":[]}""", "surrogate")]
    [InlineData("[1]", "no JSON object")]
    [InlineData("{", "no JSON")]
    public void A_wrong_line_is_named_with_how_to_mend_it(string line, string problem)
    {
        EvaluationFormatException failure = Assert.Throws<EvaluationFormatException>(() => Load("{\"id\":\"first\",\"query\":\"q\",\"relevant\":[]}\n\n" + line));
        Assert.Equal(3, failure.Line);
        Assert.Equal(_folder.At("queries.jsonl"), failure.Path);
        Assert.StartsWith($"{failure.Path}:3: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_that_is_listed_twice_counts_once()
    {
        EvaluationQuery query = Assert.Single(Load("""{"id":"a","query":"retry","relevant":[{"path":"a.cs"},{"path":"./a.cs"}]}"""));
        Assert.Equal([new("a.cs")], query.Targets);
        Assert.Equal(1, QueryEvaluation.Of(query, new RetrievalAnswer([new RetrievedItem("a.cs", RetrievedItem.WholeFile)])).Metrics.Ndcg);
    }

    [Theory]
    [InlineData("fix retry loop", "src/Retry.cs", null, true)]
    [InlineData("fix retries", "src/Retry.cs", null, false)]
    [InlineData("why does Store.Save fail", null, "Shop.Store.Save", true)]
    [InlineData("why is saving slow", null, "Shop.Store.Save", false)]
    [InlineData("my_retry fails", "retry.py", null, false)]
    [InlineData("", "retry.py", null, false)]
    public void A_question_names_its_answer_by_the_whole_word(string text, string? path, string? symbol, bool names) =>
        Assert.Equal(names, new EvaluationQuery("a", text, "", [new RelevanceTarget(path, null, symbol)]).NamesTarget);

    [Fact]
    public void Queries_of_a_BEIR_folder_are_read_with_the_judgements_beside_them()
    {
        _folder.Write("qrels/test.tsv", "query-id\tcorpus-id\tscore\nq1\ts2\t1\n");
        EvaluationQuery query = Assert.Single(Load("""{"_id":"q1","text":"create a path"}"""));
        Assert.Equal(("q1", "create a path"), (query.Id, query.Text));
        Assert.Equal([new("s2")], query.Targets);
    }

    [Theory]
    [InlineData("a.cs", null, null, true)]
    [InlineData("b.cs", null, null, false)]
    [InlineData("a.cs", 15, null, true)]
    [InlineData("a.cs", 21, null, false)]
    [InlineData(null, null, "Store.Save", true)]
    [InlineData(null, null, "Store::Save", true)]
    [InlineData(null, null, "Save", true)]
    [InlineData(null, null, "ave", false)]
    [InlineData("b.cs", null, "Save", false)]
    [InlineData("a.cs", 15, "Load", false)]
    public void A_target_is_hit_by_what_agrees_with_all_that_it_gives(string? path, int? line, string? symbol, bool isHit)
    {
        RelevanceTarget target = new(path, line is { } at ? new LineRange(at, at) : null, symbol);
        Assert.Equal(isHit, target.IsHitBy(new RetrievedItem("a.cs", new LineRange(10, 20), "Shop.Store.Save")));
    }

    private IReadOnlyList<EvaluationQuery> Load(string text)
    {
        _folder.Write("queries.jsonl", text);
        return EvaluationQueries.Load(_folder.At("queries.jsonl"));
    }
}
