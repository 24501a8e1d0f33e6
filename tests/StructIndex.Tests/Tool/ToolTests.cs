using System.Text.Json;

namespace StructIndex.Tests;

public sealed class ToolTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ToolTests()
    {
        _folder.Write("code/shop/Orders.cs", """
            namespace Shop;

            /// <summary>Takes orders.</summary>
            public class Orders(Stock stock)
            {
                /// <summary>Reserves the items of an order.</summary>
                public bool Reserve(string item) => stock.Take(item);
            }

            public class Stock
            {
                public bool Take(string item) => item.Length > 0;
            }
            """);
        _folder.Write("code/web/retry.py", "def retry_with_backoff(action, attempts):\n    \"\"\"Call an action again after a growing delay.\"\"\"\n    return wait(action)\n\n\ndef wait(action):\n    return action()\n");
    }

    private string Code => _folder.At("code");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Units_are_json_lines_with_the_promised_fields()
    {
        ToolRun run = await ToolRun.RunAsync("units", Code, "--json");
        Assert.Equal(0, run.ExitCode);
        string[] fields = ["id", "kind", "name", "container", "qualifiedName", "signature", "documentation", "attributes", "path", "start", "end", "language", "role"];
        Assert.All(run.Json, unit => Assert.Equal(fields, unit.EnumerateObject().Select(field => field.Name)));
        JsonElement reserve = run.Json.Single(unit => unit.GetProperty("name").GetString() == "Reserve");
        Assert.Equal("M:Shop.Orders.Reserve(System.String)", reserve.GetProperty("id").GetString());
        Assert.Equal("method", reserve.GetProperty("kind").GetString());
        Assert.Equal("shop/Orders.cs", reserve.GetProperty("path").GetString());
        Assert.Equal("Reserves the items of an order.", reserve.GetProperty("documentation").GetString());
        Assert.Equal("implementation", reserve.GetProperty("role").GetString());
    }

    [Fact]
    public async Task A_missing_native_library_ends_in_one_line_that_names_it()
    {
        // The tool as it is built, without the folder of its native libraries and without the list that says where else to look.
        foreach (string file in Directory.GetFiles(AppContext.BaseDirectory).Where(file => file.EndsWith(".dll", StringComparison.Ordinal) || file.Contains("StructIndex.Tool", StringComparison.Ordinal)))
        {
            if (!file.EndsWith(".deps.json", StringComparison.Ordinal))
            {
                Directory.CreateDirectory(_folder.At("bin"));
                File.Copy(file, _folder.At($"bin/{Path.GetFileName(file)}"));
            }
        }

        CommandRun run = await CommandRun.RunAsync(_folder.At("bin/StructIndex.Tool"), _folder.FullPath, null, "units", Code);
        Assert.Equal(2, run.ExitCode);
        string last = run.Output.TrimEnd().Split('\n')[^1];
        Assert.StartsWith("structindex: ", last, StringComparison.Ordinal);
        Assert.Contains("libtree-sitter", last, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edges_are_json_lines_that_say_how_they_are_known()
    {
        ToolRun run = await ToolRun.RunAsync("edges", Code, "--json");
        Assert.Equal(0, run.ExitCode);
        Assert.All(run.Json, edge => Assert.Equal(["from", "to", "kind", "certainty", "path", "line"], edge.EnumerateObject().Select(field => field.Name)));
        Assert.Contains(run.Json, edge => edge.GetProperty("to").GetString() == "M:Shop.Stock.Take(System.String)" && edge.GetProperty("certainty").GetString() == "exact");
    }

    [Fact]
    public async Task A_saved_index_answers_like_the_folder_it_was_made_from()
    {
        string file = _folder.At("code.index");
        Assert.Equal(0, (await ToolRun.RunAsync("index", Code, "-o", file)).ExitCode);
        ToolRun fromFolder = await ToolRun.RunAsync("search", Code, "call again after a delay", "--json");
        ToolRun fromFile = await ToolRun.RunAsync("search", file, "call again after a delay", "--json");
        Assert.Equal(0, fromFile.ExitCode);
        Assert.Equal(fromFolder.Output, fromFile.Output);
        Assert.Equal("retry_with_backoff", fromFile.Json[0].GetProperty("symbol").GetString()!.Split('.')[^1]);
        Assert.Equal(["rank", "path", "start", "end", "symbol", "kind", "signature", "relevance", "score"], fromFile.Json[0].EnumerateObject().Select(field => field.Name));
        Assert.DoesNotContain(_folder.FullPath, fromFile.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_explained_hit_shows_the_parts_of_its_score()
    {
        ToolRun run = await ToolRun.RunAsync("search", Code, "reserve items", "--json", "--explain", "--language", "csharp");
        Assert.NotEmpty(run.Json[0].GetProperty("parts").EnumerateObject());
        Assert.All(run.Json, hit => Assert.StartsWith("shop/", hit.GetProperty("path").GetString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("callers", "Stock.Take", "M:Shop.Orders.Reserve(System.String)")]
    [InlineData("callees", "Orders.Reserve", "M:Shop.Stock.Take(System.String)")]
    public async Task Neighbours_are_found_by_the_end_of_a_qualified_name(string verb, string symbol, string neighbour)
    {
        ToolRun run = await ToolRun.RunAsync(verb, Code, symbol, "--json");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(neighbour, run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("edges")]
    [InlineData("callers", "Stock.Take")]
    [InlineData("callees", "Orders.Reserve")]
    [InlineData("impact", "Stock.Take")]
    public async Task Answers_from_a_graph_with_gaps_say_so(string verb, params string[] symbol)
    {
        _folder.Write("code/shop/shop.csproj", """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="No.Such.Package" Version="1.0.0" /></ItemGroup></Project>""");
        ToolRun run = await ToolRun.RunAsync([verb, Code, .. symbol]);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("structindex: edges may be missing: shop/shop.csproj: Packages were not found on this machine: No.Such.Package.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neighbours_take_or_leave_dispatch()
    {
        _folder.Write("code/web/shape.py", "class Shape:\n    def area(self):\n        pass\n\n\nclass Square(Shape):\n    def area(self):\n        pass\n\n\ndef total(shape: Shape):\n    return shape.area()\n");
        Assert.Equal(1, (await ToolRun.RunAsync("callers", Code, "Square.area")).ExitCode);
        Assert.Contains("total calls Square.area (scoped", (await ToolRun.RunAsync("callers", Code, "Square.area", "--dispatch")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_prints_the_code_and_its_place_in_the_graph()
    {
        ToolRun run = await ToolRun.RunAsync("show", Code, "Orders.Reserve");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Reserves the items of an order.", run.Output, StringComparison.Ordinal);
        Assert.Contains("stock.Take(item)", run.Output, StringComparison.Ordinal);
        Assert.Contains("Shop.Stock.Take", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_says_in_json_what_it_shows()
    {
        ToolRun run = await ToolRun.RunAsync("show", Code, "Stock.Take", "--json");
        JsonElement unit = Assert.Single(run.Json);
        string[] last = ["code", "bases", "implementations", "callers", "tests", "callees"];
        Assert.Equal(last, unit.EnumerateObject().Select(field => field.Name).TakeLast(last.Length));
        Assert.Equal("M:Shop.Stock.Take(System.String)", unit.GetProperty("id").GetString());
        Assert.Equal("M:Shop.Orders.Reserve(System.String)", Assert.Single(unit.GetProperty("callers").EnumerateArray()).GetString());
        Assert.Contains("item.Length > 0", unit.GetProperty("code").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stats_count_the_same_in_json()
    {
        _folder.Write("code/broken.bin.py", "\0\0\0");
        JsonElement stats = Assert.Single((await ToolRun.RunAsync("stats", Code, "--json")).Json);
        Assert.Equal(["files", "units", "languages", "kinds", "edges", "readInPart", "notRead", "failures", "readBesides"], stats.EnumerateObject().Select(field => field.Name));
        Assert.Equal(2, stats.GetProperty("files").GetInt32());
        Assert.Equal(stats.GetProperty("units").GetInt32(), stats.GetProperty("languages").EnumerateObject().Sum(language => language.Value.GetInt32()));
        Assert.Equal("broken.bin.py", Assert.Single(stats.GetProperty("failures").EnumerateArray()).GetProperty("path").GetString());
    }

    [Fact]
    public async Task Files_read_in_part_or_not_at_all_are_counted_by_reason_and_can_be_an_error()
    {
        string index = _folder.At("code.index");
        ToolRun whole = await ToolRun.RunAsync("index", Code, "-o", index, "--strict");
        Assert.Equal(0, whole.ExitCode);
        Assert.Contains(" 0 files read in part, 0 not read ->", whole.Output, StringComparison.Ordinal);
        _folder.Write("code/broken.bin.py", "\0\0\0");
        _folder.Write("code/odd.rs", "fn a() {}\n%% ??\n");
        ToolRun plain = await ToolRun.RunAsync("index", Code, "-o", index);
        Assert.Equal(0, plain.ExitCode);
        Assert.Contains(" 1 files read in part, 1 not read ->", plain.Output, StringComparison.Ordinal);
        ToolRun strict = await ToolRun.RunAsync("index", Code, "-o", index, "--strict");
        Assert.Equal(2, strict.ExitCode);
        Assert.Contains("1 files read in part, 1 not read", strict.Error, StringComparison.Ordinal);
        string stats = (await ToolRun.RunAsync("stats", index)).Output;
        Assert.Matches(@"read in part  1\r?\n +1  syntaxErrors\r?\n  odd.rs: ", stats);
        Assert.Matches(@"not read  1\r?\n +1  binary\r?\n  broken.bin.py: ", stats);
        JsonElement json = Assert.Single((await ToolRun.RunAsync("stats", index, "--json")).Json);
        Assert.Equal(1, json.GetProperty("readInPart").GetProperty("syntaxErrors").GetInt32());
        Assert.Equal(1, json.GetProperty("notRead").GetProperty("binary").GetInt32());
    }

    [Fact]
    public async Task Include_and_exclude_choose_files()
    {
        Assert.All(await UnitPathsAsync("--include", "**/*.py"), path => Assert.Equal("web/retry.py", path));
        Assert.All(await UnitPathsAsync("--exclude", "web/**"), path => Assert.Equal("shop/Orders.cs", path));
    }

    [Fact]
    public async Task A_search_that_abstains_says_why_and_how_to_see_what_comes_nearest()
    {
        ToolRun refused = await ToolRun.RunAsync("search", Code, "how long does sourdough ferment");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("'sourdough'", refused.Error, StringComparison.Ordinal);
        Assert.Contains("--min-relevance 0", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await ToolRun.RunAsync("search", Code, "how long does sourdough ferment", "--min-relevance", "0")).ExitCode);
    }

    [Fact]
    public async Task Nothing_found_is_exit_code_1()
    {
        Assert.Equal(1, (await ToolRun.RunAsync("callers", Code, "NoSuchName")).ExitCode);
        Directory.CreateDirectory(_folder.At("void"));
        ToolRun empty = await ToolRun.RunAsync("search", _folder.At("void"), "anything");
        Assert.Equal(1, empty.ExitCode);
        Assert.Contains("The index is empty", empty.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search", "missing-folder", "question")]
    [InlineData("search")]
    [InlineData("no-such-verb")]
    [InlineData("units", "missing-folder", "--json")]
    public async Task What_cannot_be_done_is_exit_code_2_with_a_reason(params string[] arguments)
    {
        ToolRun run = await ToolRun.RunAsync(arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("structindex: ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no verb 'frobnicate'. The verbs are index search context", "frobnicate")]
    [InlineData("Name a verb: index search context")]
    [InlineData("--limit takes a whole number, 1 or more, not '0'.", "search", "{code}", "x", "--limit", "0")]
    [InlineData("--limit takes a whole number, 1 or more, not 'many'.", "search", "{code}", "x", "--limit", "many")]
    [InlineData("--min-relevance takes a number from 0 to 1, not '2'.", "search", "{code}", "x", "--min-relevance", "2")]
    [InlineData("--min-relevance takes a number from 0 to 1, not 'nan'.", "search", "{code}", "x", "--min-relevance", "nan")]
    [InlineData("There is no kind of unit 'gadget'. The kinds are", "search", "{code}", "x", "--kind", "gadget")]
    [InlineData("There is no language 'klingon'; this index holds csharp python", "search", "{code}", "x", "--language", "klingon")]
    [InlineData("--budget takes a whole number, 1 or more, not '-5'.", "context", "{code}", "x", "--budget", "-5")]
    [InlineData("--mine takes a whole number, 1 or more, not 'x'.", "eval", "{code}", "--mine", "x")]
    [InlineData("--precision takes a number from 0 to 1, not '95'.", "calibrate", "{code}", "--queries", "q", "--precision", "95")]
    [InlineData("retry.py is a source file; name its folder, with --include 'retry.py'", "units", "{code}/web/retry.py")]
    [InlineData("The glob '[' is malformed.\n", "units", "{code}", "--include", "[")]
    [InlineData("is a folder; name a file to write", "index", "{code}", "-o", "{code}")]
    [InlineData("to write code.index in", "index", "{code}", "-o", "{code}/none/code.index")]
    [InlineData("to write r.html in", "eval", "{code}", "--mine", "--html", "{code}/none/r.html")]
    public async Task A_wrong_option_is_named_before_any_work(string message, params string[] arguments)
    {
        ToolRun run = await ToolRun.RunAsync([.. arguments.Select(argument => argument.Replace("{code}", Code, StringComparison.Ordinal))]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("py", "retry_with_backoff")]
    [InlineData("Python", "retry_with_backoff")]
    [InlineData("C#", "Shop.Orders.Reserve")]
    [InlineData("cs", "Shop.Orders.Reserve")]
    public async Task A_language_is_named_as_people_name_it(string language, string symbol)
    {
        ToolRun run = await ToolRun.RunAsync("search", Code, symbol, "--language", language, "--json", "--limit", "1", "--min-relevance", "0");
        Assert.Equal(symbol, Assert.Single(run.Json).GetProperty("symbol").GetString());
    }

    [Fact]
    public async Task A_folder_without_files_is_said_to_be_one()
    {
        ToolRun run = await ToolRun.RunAsync("units", Code, "--include", "none/**");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("there is no file to index in", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_without_words_is_not_laid_to_a_filter()
    {
        ToolRun run = await ToolRun.RunAsync("search", Code, "?!");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("No unit holds a word of the query.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_index_is_exit_code_2()
    {
        ToolRun run = await ToolRun.RunAsync("search", _folder.At("code/web/retry.py"), "question");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("retry.py", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("index", "{code}", "-o", "{long}")]
    [InlineData("eval", "{code}", "--mine", "--html", "{long}")]
    public async Task An_output_that_cannot_be_written_is_said_before_any_work(params string[] arguments)
    {
        string name = _folder.At(new string('x', 300));
        ToolRun run = await ToolRun.RunAsync([.. arguments.Select(argument => argument.Replace("{code}", Code, StringComparison.Ordinal).Replace("{long}", name, StringComparison.Ordinal))]);
        Assert.Equal(2, run.ExitCode);
        Assert.Equal($"structindex: {name} cannot be written\n", run.Error);
    }

    [Fact]
    public async Task An_index_goes_to_what_a_link_leads_to_and_leaves_a_device_as_it_is()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links take rights there");
        File.CreateSymbolicLink(_folder.At("link.index"), _folder.At("real.index"));
        Assert.Equal(0, (await ToolRun.RunAsync("index", Code, "-o", _folder.At("link.index"))).ExitCode);
        Assert.True(new FileInfo(_folder.At("real.index")).Length > 0);
        Assert.Equal(_folder.At("real.index"), new FileInfo(_folder.At("link.index")).LinkTarget);
        File.CreateSymbolicLink(_folder.At("device"), "/dev/null");
        Assert.Equal(0, (await ToolRun.RunAsync("index", Code, "-o", _folder.At("device"))).ExitCode);
        Assert.Equal("/dev/null", new FileInfo(_folder.At("device")).LinkTarget);
        Assert.Equal(0, new FileInfo("/dev/null").Length);
    }

    [Fact]
    public async Task Help_lists_every_verb()
    {
        ToolRun run = await ToolRun.RunAsync("--help");
        Assert.All((string[])["index", "search", "context", "units", "edges", "callers", "callees", "impact", "layers", "show", "stats"], verb => Assert.Contains(verb, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Help_gives_a_verb_one_line_and_its_own_help_the_rest()
    {
        ToolRun all = await ToolRun.RunAsync("--help"), one = await ToolRun.RunAsync("eval", "--help");
        Assert.DoesNotContain("questions.jsonl", all.Output, StringComparison.Ordinal);
        Assert.Contains("questions.jsonl", one.Output, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<string>> UnitPathsAsync(params string[] options)
    {
        ToolRun run = await ToolRun.RunAsync(["units", Code, "--json", .. options]);
        return [.. run.Json.Select(unit => unit.GetProperty("path").GetString()!)];
    }
}
