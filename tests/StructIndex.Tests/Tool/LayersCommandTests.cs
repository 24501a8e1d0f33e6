namespace StructIndex.Tests;

public sealed class LayersCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public LayersCommandTests()
    {
        _folder.Write("code/low/a.py", "from high.b import top\ndef base():\n    top()\n");
        _folder.Write("code/high/b.py", "from low.a import base\ndef top():\n    base()\n");
    }

    private string Code => _folder.At("code");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Cycles_are_exit_code_1()
    {
        ToolRun run = await ToolRun.RunAsync("layers", Code);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("cycle of 2: high, low\n  high -> low  1 times, first high/b.py:3  top calls base\n  low -> high  1 times, first low/a.py:3  base calls top\n", run.Output);
        Assert.Equal(0, (await ToolRun.RunAsync("layers", Code, "--by", "namespaces")).ExitCode);
        Assert.Equal(["rooms", "arrows"], Assert.Single((await ToolRun.RunAsync("layers", Code, "--json")).Json).EnumerateObject().Select(field => field.Name));
    }

    [Fact]
    public async Task Projects_are_the_folders_of_project_files()
    {
        _folder.Write("code/package.json", "{}");
        Assert.Equal(0, (await ToolRun.RunAsync("layers", Code, "--by", "projects")).ExitCode);
        _folder.Write("code/low/Low.csproj", "<Project/>");
        ToolRun run = await ToolRun.RunAsync("layers", Code, "--by", "projects");
        Assert.Equal((1, "cycle of 2: ., low"), (run.ExitCode, run.Output.Split('\n')[0]));
    }

    [Fact]
    public async Task Uses_against_the_rules_are_exit_code_1()
    {
        _folder.Write("rules.json", """[{ "order": ["low", "high"] }]""");
        ToolRun run = await ToolRun.RunAsync("layers", Code, _folder.At("rules.json"));
        Assert.Equal((1, "low/a.py:3  low may not use high: base calls top\n"), (run.ExitCode, run.Output));
        Assert.Equal(["folder", "from", "to", "path", "line", "symbol", "used"], Assert.Single((await ToolRun.RunAsync("layers", Code, _folder.At("rules.json"), "--json")).Json).EnumerateObject().Select(field => field.Name));
        _folder.Write("rules.json", """[{ "mayUse": { "low": ["high"], "high": ["low"] } }]""");
        Assert.Equal(0, (await ToolRun.RunAsync("layers", Code, _folder.At("rules.json"))).ExitCode);
    }

    [Fact]
    public async Task Rules_that_are_none_are_exit_code_2()
    {
        _folder.Write("rules.json", "{}");
        ToolRun run = await ToolRun.RunAsync("layers", Code, _folder.At("rules.json"));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("rules.json: the layers are no JSON array", run.Error, StringComparison.Ordinal);
    }
}
