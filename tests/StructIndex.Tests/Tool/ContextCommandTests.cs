using System.Text.Json;

namespace StructIndex.Tests;

public sealed class ContextCommandTests : IDisposable
{
    private const string Question = "reserve the items of an order";
    private readonly TemporaryFolder _folder = new();

    public ContextCommandTests()
    {
        foreach (SourceFile file in ShopCode.Files)
        {
            _folder.Write("code/" + file.Path, file.Text);
        }
    }

    private string Code => _folder.At("code");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Context_is_markdown_within_the_budget()
    {
        ToolRun run = await ToolRun.RunAsync("context", Code, Question, "--budget", "300");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("### shop/Orders.cs:", run.Output, StringComparison.Ordinal);
        Assert.Contains("```csharp\n", run.Output, StringComparison.Ordinal);
        Assert.InRange(TokenEstimate.Count(run.Output), 1, 300);
    }

    [Fact]
    public async Task Json_lines_are_the_pieces_and_then_what_was_left_out()
    {
        ToolRun run = await ToolRun.RunAsync("context", Code, Question, "--budget", "110", "--json");
        Assert.Equal(0, run.ExitCode);
        Assert.All(run.Json.SkipLast(1), piece => Assert.Equal(["path", "start", "end", "language", "why", "tokens", "units", "text"], piece.EnumerateObject().Select(field => field.Name)));
        JsonElement last = run.Json[^1];
        Assert.Equal(110, last.GetProperty("budget").GetInt32());
        Assert.InRange(last.GetProperty("tokens").GetInt32(), 1, 110);
        Assert.NotEmpty(last.GetProperty("leftOut").EnumerateArray());
    }

    [Fact]
    public async Task Language_and_path_choose_what_is_searched()
    {
        ToolRun run = await ToolRun.RunAsync("context", Code, "call again", "--language", "python", "--json");
        Assert.All(run.Json.SkipLast(1), piece => Assert.Equal("web/retry.py", piece.GetProperty("path").GetString()));
        Assert.Equal(1, (await ToolRun.RunAsync("context", Code, "call again", "--path", "nowhere/**")).ExitCode);
    }

    [Fact]
    public async Task Nothing_is_written_where_an_answer_is_less_likely_than_asked()
    {
        Assert.Equal(0, (await ToolRun.RunAsync("context", Code, "how to brew green tea")).ExitCode);
        ToolRun run = await ToolRun.RunAsync("context", Code, "how to brew green tea", "--min-relevance", "0.8");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains("nothing found: No unit mentions", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await ToolRun.RunAsync("context", Code, Question, "--min-relevance", "2")).ExitCode);
    }

    [Fact]
    public async Task A_budget_that_holds_nothing_is_exit_code_1_and_one_below_1_is_exit_code_2()
    {
        ToolRun small = await ToolRun.RunAsync("context", Code, Question, "--budget", "3");
        Assert.Equal(1, small.ExitCode);
        Assert.Contains("budget", small.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await ToolRun.RunAsync("context", Code, Question, "--budget", "0")).ExitCode);
    }

    [Fact]
    public async Task Help_teaches_with_an_example()
    {
        ToolRun run = await ToolRun.RunAsync("context", "--help");
        Assert.Contains("structindex context . \"where are JWT tokens validated?\"", run.Output, StringComparison.Ordinal);
    }
}
