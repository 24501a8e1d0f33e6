using System.Text.Json;
using static StructIndex.Tests.EvaluationSample;

namespace StructIndex.Tests;

public sealed class EvaluationRunFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_saved_run_is_judged_as_it_was()
    {
        EvaluationQuery a = Query("a", "1", new RelevanceTarget("src/ä.py", new LineRange(3, 4), "Orders.reserve")), b = Query("b", "2");
        EvaluationRun run = await RunAsync("x", (a, new([Item("b.py", .75, 2, 9), Item("src/ä.py", .5, 1, 3, "Shop.Orders.reserve")])), (b, new([Item("b.py", .125)], Abstained: true)));
        EvaluationRunFile.Save(run, Set(a, b), _folder.At("run.jsonl"));
        JsonElement line = JsonDocument.Parse(File.ReadLines(_folder.At("run.jsonl")).First()).RootElement;
        Assert.Equal(["id", "abstained", "results"], line.EnumerateObject().Select(field => field.Name));
        Assert.Equal(["path", "start", "end", "symbol", "relevance", "score"], line.GetProperty("results")[0].EnumerateObject().Select(field => field.Name));

        EvaluationRun loaded = EvaluationRunFile.Load(_folder.At("run.jsonl"), Set(a, b));
        Assert.Equal("run", loaded.Name);
        Assert.Equal([2, 0], loaded.Queries.Select(query => query.Metrics.BestRank));
        Assert.Equal(run.Queries.Select(query => query.Answer.Abstained), loaded.Queries.Select(query => query.Answer.Abstained));
        Assert.Equal(run.FirstAnswers, loaded.FirstAnswers);
        Assert.Equal(new PairedComparison(0, 1), run.CompareTo(loaded, EvaluationMeasure.Mrr10));
    }

    [Fact]
    public void Lines_and_relevance_may_be_missing_and_a_question_without_a_line_found_nothing()
    {
        _folder.Write("run.jsonl", "{\"id\":\"a\",\"results\":[{\"path\":\"x\\\\y.py\"}]}\n");
        EvaluationRun run = EvaluationRunFile.Load(_folder.At("run.jsonl"), Set(Query("a", "1", new RelevanceTarget("x/y.py", new LineRange(5, 6))), Query("b", "2", new RelevanceTarget("x/y.py"))));
        Assert.Equal([1, 0], run.Queries.Select(query => query.Metrics.BestRank));
        Assert.Empty(run.FirstAnswers);
    }

    [Theory]
    [InlineData("{\"results\":[]}", "id")]
    [InlineData("{\"id\":\"a\"}", "results")]
    [InlineData("{\"id\":\"a\",\"results\":[{}]}", "path")]
    [InlineData("{\"id\":\"a\",\"results\":[3]}", "objects")]
    [InlineData("{\"id\":\"a\",\"ranked\":[{}]}", "ids")]
    [InlineData("{\"id\":\"a\",\"results\":[]}\n{\"id\":\"a\",\"results\":[]}", "twice")]
    public void A_wrong_line_is_named(string text, string problem)
    {
        _folder.Write("run.jsonl", text);
        EvaluationFormatException failure = Assert.Throws<EvaluationFormatException>(() => EvaluationRunFile.Load(_folder.At("run.jsonl"), Set(Query("a", "1", new RelevanceTarget("x")))));
        Assert.Contains(problem, failure.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_on_other_questions_is_refused()
    {
        _folder.Write("run.jsonl", "{\"id\":\"z\",\"results\":[]}");
        Assert.Throws<ArgumentException>(() => EvaluationRunFile.Load(_folder.At("run.jsonl"), Set(Query("a", "1", new RelevanceTarget("x")))));
    }
}
