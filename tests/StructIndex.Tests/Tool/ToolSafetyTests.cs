using System.Diagnostics;

namespace StructIndex.Tests;

/// <summary>Hostile names, texts, questions and files on the command line.</summary>
public sealed class ToolSafetyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ToolSafetyTests()
        => _folder.Write("code/retry.py", "def retry_with_backoff(action):\n    \"\"\"Call an action again.\"\"\"\n    return action()\n");

    private string Code => _folder.At("code");

    private string Index => _folder.At("code.index");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("@retry action")]
    [InlineData("@retry")]
    [InlineData("-> retry action")]
    [InlineData("-retry")]
    [InlineData("-n retry actions")]
    [InlineData("--json retry")]
    [InlineData("--json: retry")]
    [InlineData("--help me retry")]
    [InlineData("/retry action")]
    [InlineData("/h retry")]
    [InlineData("[suggest] retry")]
    public async Task A_question_may_begin_with_any_sign(string question)
    {
        foreach (string verb in (string[])["search", "context"])
        {
            ToolRun run = await ToolRun.RunAsync(verb, Code, question, "--min-relevance", "0");
            Assert.Equal((0, ""), (run.ExitCode, string.Join(' ', run.Error.Split('\n').Where(line => line.Length > 0 && !line.EndsWith(')') && !line.StartsWith("structindex: the answer is weak", StringComparison.Ordinal)))));
            Assert.Contains("retry.py", run.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("Usage:", run.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("-n")]
    [InlineData("--json")]
    [InlineData("-h")]
    public async Task A_question_that_reads_as_an_option_stands_behind_two_dashes(string question)
    {
        ToolRun run = await ToolRun.RunAsync("search", Code, "--min-relevance", "0", "--path", "*.py", "--", question);
        Assert.InRange(run.ExitCode, 0, 1);
        Assert.DoesNotContain("Usage:", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("missing", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search")]
    [InlineData("show")]
    [InlineData("units")]
    public async Task No_argument_is_a_file_of_arguments(string verb)
    {
        _folder.Write("secret", "the-content-of-a-file --limit 3\n");
        ToolRun run = await ToolRun.RunAsync(verb, Code, "@" + _folder.At("secret"));
        Assert.DoesNotContain("the-content-of-a-file", run.Output + run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("the-content-of-a-file", (await ToolRun.RunAsync("@" + _folder.At("secret"))).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_is_interrupted_while_its_line_is_read_does_nothing()
    {
        using StringWriter output = new(), error = new();
        int code = await ToolCommands.RunAsync(["index", _folder.FullPath, "-o", _folder.At("x.idx")], new ToolConsole(output, error, isTerminal: false), new CancellationToken(canceled: true));
        Assert.Equal((ExitCode.Error, $"structindex: cancelled{Environment.NewLine}", ""), (code, error.ToString(), output.ToString()));
        Assert.False(File.Exists(_folder.At("x.idx")));
    }

    [Fact]
    public async Task A_folder_outside_is_read_where_it_is_trusted_and_stats_says_what_was_read()
    {
        _folder.Write("outer/outer.props", "<Project><ItemGroup><Using Include=\"Outer\"/></ItemGroup></Project>");
        _folder.Write("in/p.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><Import Project=\"../outer/outer.props\"/></Project>");
        _folder.Write("in/a.cs", "class A { }");
        string refused = (await ToolRun.RunAsync("stats", _folder.At("in"), "--no-cache", "--json")).Output;
        Assert.Contains("Its import of ../outer/outer.props was not opened", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("file ../outer/outer.props", refused, StringComparison.Ordinal);
        string trusted = (await ToolRun.RunAsync("stats", _folder.At("in"), "--no-cache", "--json", "--trust", _folder.At("outer"))).Output;
        Assert.DoesNotContain("was not opened", trusted, StringComparison.Ordinal);
        Assert.Contains("file ../outer/outer.props", trusted, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Control_characters_of_names_documentation_and_code_are_escaped()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such file names.");
        _folder.Write("code/n\e[31mX.py", "def red():\n    \"\"\"Reds \e]0;PWNED\a\e[2J\u009b1m\u202e it.\"\"\"\n    return '\e[5m\u007f\b'\n");
        foreach (string[] arguments in (string[][])[["search", Code, "red reds"], ["context", Code, "red reds"], ["units", Code], ["show", Code, "red"], ["stats", Code], ["search", Code, "reds", "--json"], ["search", Code, "--path", "\e[1m", "zebra"]])
        {
            ToolRun run = await ToolRun.RunAsync([.. arguments]);
            Assert.DoesNotContain(run.Output + run.Error, sign => (char.IsControl(sign) && sign is not ('\n' or '\t')) || sign == '\u202e');
        }

        string shown = (await ToolRun.RunAsync("show", Code, "red")).Output;
        Assert.Contains("n\\u001b[31mX.py:1-3", shown, StringComparison.Ordinal);
        Assert.Contains("\\u001b]0;PWNED\\u0007\\u001b[2J\\u009b1m\\u202e it.", shown, StringComparison.Ordinal);
        Assert.Contains("    return '\\u001b[5m\\u007f\\u0008'\n", shown, StringComparison.Ordinal);
        Assert.Equal("n\e[31mX.py", (await ToolRun.RunAsync("units", Code, "--json", "--include", "n*")).Json[0].GetProperty("path").GetString());
    }

    [Fact]
    public async Task A_file_name_with_a_line_break_keeps_one_line()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such file names.");
        _folder.Write("code/a\nb.py", "def broken():\n    return 1\n");
        string[] lines = (await ToolRun.RunAsync("units", Code)).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("a\\nb.py:1-2  function ", lines[0], StringComparison.Ordinal);
        string heading = (await ToolRun.RunAsync("context", Code, "broken")).Output.Split('\n')[0];
        Assert.StartsWith("### a\\nb.py:1-2 (", heading, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_replaces_an_index_or_an_empty_file_and_nothing_else_unless_forced()
    {
        _folder.Write("mine.py", "def precious():\n    pass\n");
        foreach (string verb in (string[])["index", "calibrate"])
        {
            ToolRun refused = await ToolRun.RunAsync([verb, Code, "-o", _folder.At("mine.py"), .. verb == "index" ? (string[])[] : ["--queries", "none"]]);
            Assert.Equal(2, refused.ExitCode);
            Assert.Contains("not an index", refused.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("reading", refused.Error, StringComparison.Ordinal);
            Assert.Contains("precious", await File.ReadAllTextAsync(_folder.At("mine.py"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        _folder.Write("empty", "");
        Assert.Equal(0, (await ToolRun.RunAsync("index", Code, "-o", _folder.At("empty"))).ExitCode);
        Assert.Equal(0, (await ToolRun.RunAsync("index", Code, "-o", _folder.At("empty"))).ExitCode);
        Assert.Equal(0, (await ToolRun.RunAsync("index", Code, "-o", _folder.At("mine.py"), "--force")).ExitCode);
        Assert.True(CodeIndex.IsSavedIndex(_folder.At("mine.py")));
    }

    [Fact]
    public async Task A_pipe_in_place_of_an_index_is_refused_and_not_opened()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "mkfifo is needed.");
        using (Process made = Process.Start("mkfifo", [Index]))
        {
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        File.CreateSymbolicLink(_folder.At("link"), Index);
        foreach (string path in (string[])[Index, _folder.At("link")])
        {
            ToolRun run = await ToolRun.RunAsync("search", path, "anything");
            Assert.Equal(2, run.ExitCode);
            Assert.Contains("not an index", run.Error, StringComparison.Ordinal);
        }
    }
}
