using System.Text.Json;
using System.Xml.Linq;

namespace StructIndex.Tests;

public sealed class EvalCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public EvalCommandTests()
    {
        foreach ((string path, string text) in EvaluationSample.Files)
        {
            _folder.Write($"code/{path}", text);
        }

        _folder.Write("questions.jsonl", """
            {"id":"retry","query":"retry with backoff","category":"semantic","relevant":[{"path":"web/retry.py"}]}
            {"id":"cancel","query":"cancel_order","category":"symbol","relevant":[{"symbol":"Orders.cancel_order"}]}
            {"id":"tea","query":"whip egg whites for a pavlova","relevant":[]}
            """);
    }

    private string Code => _folder.At("code");

    private string Questions => _folder.At("questions.jsonl");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_is_measured_beside_its_baselines()
    {
        ToolRun run = await ToolRun.RunAsync("eval", Code, "--queries", Questions, "--run", _folder.At("run.jsonl"), "--json", _folder.At("out.json"), "--html", _folder.At("out.html"));
        Assert.Equal(0, run.ExitCode);
        Assert.All((string[])["mrr@10", "hit@1", "ndcg@10", "BM25 alone", "40-line chunks", "semantic (1)", "symbol (1)", "of 1 that have none"], shown => Assert.Contains(shown, run.Output, StringComparison.Ordinal));
        Assert.Contains("asking StructIndex (3 questions)", run.Error, StringComparison.Ordinal);
        JsonElement[] lines = [.. File.ReadLines(_folder.At("run.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal(["retry", "cancel", "tea"], lines.Select(line => line.GetProperty("id").GetString()));
        Assert.Equal("web/retry.py", lines[0].GetProperty("results")[0].GetProperty("path").GetString());
        Assert.Equal(1, JsonDocument.Parse(File.ReadAllBytes(_folder.At("out.json"))).RootElement.GetProperty("runs")[0].GetProperty("hit@1").GetProperty("mean").GetDouble());
        Assert.NotNull(XDocument.Load(_folder.At("out.html")).Root);
        Assert.DoesNotContain(_folder.FullPath, File.ReadAllText(_folder.At("out.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_file_and_a_run_of_before_are_compared()
    {
        string index = _folder.At("code.index"), before = _folder.At("before.jsonl");
        await ToolRun.RunAsync("index", Code, "-o", index);
        Assert.Equal(0, (await ToolRun.RunAsync("eval", Code, "--queries", Questions, "--no-baselines", "--run", before)).ExitCode);
        ToolRun run = await ToolRun.RunAsync("eval", index, "--queries", Questions, "--compare", before);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("before ", run.Output, StringComparison.Ordinal);
        Assert.Contains("1.000", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("whole words", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bound_that_is_not_met_is_named_and_ends_with_1()
    {
        _folder.Write("hard.jsonl", "{\"id\":\"a\",\"query\":\"retry\",\"relevant\":[{\"path\":\"web/none.py\"}]}\n{\"id\":\"b\",\"query\":\"cancel order\",\"relevant\":[{\"path\":\"shop/orders.py\"}]}");
        string[] arguments = ["eval", Code, "--queries", _folder.At("hard.jsonl"), "--no-baselines"];
        Assert.Equal(0, (await ToolRun.RunAsync([.. arguments, "--fail-under", "mrr@10=0.5", "--fail-under", "answered=0"])).ExitCode);
        ToolRun run = await ToolRun.RunAsync([.. arguments, "--fail-under", "MRR@10=0.51", "--fail-under", "hit@1=0.2"]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("mrr@10 is 0.5000, under 0.51", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hit@1 is", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--fail-under", "mrr=x")]
    [InlineData("--fail-under", "speed=0.5")]
    [InlineData("--fail-under", "mrr@10=30")]
    [InlineData("--compare", "missing.jsonl")]
    [InlineData("--mine")]
    [InlineData("--limit", "0")]
    public async Task What_cannot_be_done_is_exit_code_2(params string[] options)
    {
        ToolRun run = await ToolRun.RunAsync(["eval", Code, "--queries", Questions, "--no-baselines", .. options]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("structindex: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_that_are_missing_or_wrong_are_exit_code_2()
    {
        ToolRun without = await ToolRun.RunAsync("eval", Code);
        Assert.Equal(2, without.ExitCode);
        Assert.Contains("--queries FILE", without.Error, StringComparison.Ordinal);
        _folder.Write("wrong.jsonl", "{\"id\":\"a\",\"query\":\"retry\"}");
        ToolRun wrong = await ToolRun.RunAsync("eval", Code, "--queries", _folder.At("wrong.jsonl"));
        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains("wrong.jsonl:1: \"relevant\"", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_questions_is_exit_code_2()
    {
        _folder.Write("none.jsonl", "\n");
        ToolRun run = await ToolRun.RunAsync("eval", Code, "--queries", _folder.At("none.jsonl"));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("holds no questions", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Symbols_and_files_that_the_index_lacks_are_named()
    {
        _folder.Write("gone.jsonl", "{\"id\":\"a\",\"query\":\"retry\",\"relevant\":[{\"path\":\"web/none.py\"},{\"symbol\":\"Nope.gone\"}]}");
        ToolRun run = await ToolRun.RunAsync("eval", Code, "--queries", _folder.At("gone.jsonl"), "--no-baselines");
        Assert.Contains("1 of the files that answer are not in the index and count as never found: web/none.py.", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 of the symbols that answer are not in the index and count as never found: Nope.gone.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mined_questions_need_none_of_ones_own()
    {
        _folder.Write("code/web/quota.py", "def check(n):\n    \"\"\"Keeps the zebra quota of each warehouse below its limit.\"\"\"\n    return n\n");
        ToolRun run = await ToolRun.RunAsync("eval", Code, "--mine", "20", "--no-baselines", "--save-queries", _folder.At("mined.jsonl"));
        Assert.Equal(0, run.ExitCode);
        EvaluationQuery query = Assert.Single(EvaluationQueries.Load(_folder.At("mined.jsonl")), query => query.Category == "documentation");
        Assert.Equal("web/quota.py", query.Targets[0].Path);
        Assert.Contains("Mined: the first sentences of 1", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_saved_index_is_asked_mined_questions_where_its_folder_is_given()
    {
        _folder.Write("code/web/quota.py", "def check(n):\n    \"\"\"Keeps the zebra quota of each warehouse below its limit.\"\"\"\n    return n\n");
        string index = _folder.At("code.index");
        CodeIndex built = await EvaluationSample.IndexAsync(new DirectorySource(Code));
        await built.WithMinimumRelevance(1).SaveAsync(index, TestContext.Current.CancellationToken);
        ToolRun run = await ToolRun.RunAsync("eval", index, "--source", Code, "--mine", "20", "--no-baselines");
        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"refused: (\d+) of \1 questions", run.Output);
        ToolRun without = await ToolRun.RunAsync("eval", index, "--mine");
        Assert.Equal(2, without.ExitCode);
        Assert.Contains("--source", without.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_of_snippets_brings_its_questions_along()
    {
        _folder.Write("snippets/corpus.jsonl", "{\"_id\":\"1\",\"title\":\"\",\"text\":\"def create_path(p):\\n    makedirs(p)\"}\n{\"_id\":\"2\",\"title\":\"\",\"text\":\"def close(s):\\n    s.end()\"}");
        _folder.Write("snippets/queries.jsonl", "{\"_id\":\"q\",\"text\":\"create a path\"}");
        _folder.Write("snippets/qrels/test.tsv", "q\t1\t1\n");
        ToolRun run = await ToolRun.RunAsync("eval", _folder.At("snippets"), "--language", "python", "--run", _folder.At("run.jsonl"), "--fail-under", "mrr=1");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("{\"id\":\"q\",\"ranked\":[\"1\",\"2\"]}\n", File.ReadAllText(_folder.At("run.jsonl")));
        Assert.Contains("2 snippets, read as python", run.Output, StringComparison.Ordinal);
        ToolRun named = await ToolRun.RunAsync("eval", _folder.At("snippets"), "--queries", _folder.At("snippets/queries.jsonl"), "--no-baselines", "--fail-under", "mrr=1");
        Assert.True(named.ExitCode == 0, named.Error);
    }

    [Fact]
    public async Task Help_teaches_how_to_write_questions()
    {
        ToolRun run = await ToolRun.RunAsync("eval", "--help");
        Assert.All((string[])["\"relevant\":[", "--queries", "--mine", "--fail-under", "--compare", "--html", "Exit codes"], taught => Assert.Contains(taught, run.Output, StringComparison.Ordinal));
    }
}
