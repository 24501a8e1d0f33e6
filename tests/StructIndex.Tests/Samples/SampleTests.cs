using System.Diagnostics;
using System.Text.Json;

namespace StructIndex.Tests;

/// <summary>The samples, each run as a user runs it.</summary>
public class SampleTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AskYourCode_answers_a_question()
    {
        using TemporaryFolder folder = Shop();
        CommandRun run = await RunAsync("AskYourCode", null, folder.FullPath, "take an item from the shelf");
        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains("shop/Stock.cs:7-8  Shop.Stock.Take", run.Output, StringComparison.Ordinal);
        Assert.Contains("called by Shop.Orders.Reserve", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RagChat_gives_the_model_the_code_that_answers_and_names_where_it_is_from()
    {
        using TemporaryFolder folder = Shop();
        using ScriptedModel model = new("It looks the item up and takes it if any is left.");
        CommandRun run = await RunAsync("RagChat", model, folder.FullPath, "How is an item taken from the shelf?");
        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains("It looks the item up", run.Output, StringComparison.Ordinal);
        Assert.Contains("From shop/Stock.cs", run.Output, StringComparison.Ordinal);
        string asked = Assert.Single(model.Requests);
        Assert.Contains("public bool Take(string item)", asked, StringComparison.Ordinal);
        Assert.Contains("Question: How is an item taken from the shelf?", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RagChat_asks_no_model_where_the_code_has_no_answer()
    {
        using TemporaryFolder folder = Shop();
        using ScriptedModel model = new();
        CommandRun run = await RunAsync("RagChat", model, folder.FullPath, "zygote chromosome telomerase kinase");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("The code does not say", run.Output, StringComparison.Ordinal);
        Assert.Empty(model.Requests);
    }

    [Fact]
    public async Task AgentTools_runs_the_tools_that_the_model_calls_and_hands_back_what_they_say()
    {
        using TemporaryFolder folder = Shop();
        using ScriptedModel model = new(
            new ToolCall("search", """{"query":"take an item from the shelf"}"""),
            new ToolCall("callers", """{"symbol":"Shop.Stock.Take"}"""),
            new ToolCall("show", """{"symbol":"Shop.Stock.Take"}"""),
            "Orders.Reserve takes it.");
        CommandRun run = await RunAsync("AgentTools", model, folder.FullPath, "What takes an item from the shelf?");
        Assert.True(run.ExitCode == 0, run.Output);
        Assert.EndsWith("search(take an item from the shelf)\n  callers(Shop.Stock.Take)\n  show(Shop.Stock.Take)\nOrders.Reserve takes it.\n", run.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal(4, model.Requests.Count);
        Assert.Contains("Finds the functions and types that answer", model.Requests[0], StringComparison.Ordinal);
        Assert.Contains("Shop.Stock.Take shop/Stock.cs:7-8 ", model.Requests[1], StringComparison.Ordinal);
        Assert.Contains("Shop.Orders.Reserve shop/Orders.cs:14 (Exact)", model.Requests[2], StringComparison.Ordinal);
        Assert.Contains("_items.TryGetValue(item, out int left)", model.Requests[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReviewBot_says_what_changed_which_tests_to_run_and_who_uses_it()
    {
        Assert.SkipUnless(Git.IsPresent, "There is no git on this machine.");
        using TemporaryFolder folder = new();
        folder.Write("stock.py", "def take(item):\n    return item\n\ndef put_back(item):\n    return item\n");
        folder.Write("orders.py", "from stock import take\n\ndef reserve(items):\n    return [take(item) for item in items]\n");
        folder.Write("test_orders.py", "from orders import reserve\n\ndef test_reserve_takes_each():\n    assert reserve([1]) == [1]\n");
        Git.Run(folder.FullPath, "init", "-q");
        Git.Run(folder.FullPath, "add", ".");
        Git.Run(folder.FullPath, "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "first");
        folder.Write("stock.py", "def take(item):\n    return item + 1\n\ndef put_back(item):\n    return item\n");
        CommandRun run = await RunAsync("ReviewBot", null, folder.FullPath);
        Assert.True(run.ExitCode == 0, run.Output);
        string output = run.Output.ReplaceLineEndings("\n");
        Assert.Contains("### Changed (1)\n\n- `take` stock.py:1\n", output, StringComparison.Ordinal);
        Assert.Contains("### Tests to run (1)\n\n- `test_reserve_takes_each` test_orders.py:3 by `reserve`, 2 away", output, StringComparison.Ordinal);
        Assert.Contains("### Users (1)\n\n- `reserve` orders.py:3 by `take`, 1 away", output, StringComparison.Ordinal);
        Assert.Contains("### Changed and called by no test directly (1)\n\n- `take`", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WebSearch_serves_its_page_and_follows_the_files()
    {
        using TemporaryFolder folder = Shop();
        ProcessStartInfo start = new("dotnet", [PathOf("WebSearch"), "--root", folder.FullPath, "--urls", "http://127.0.0.1:0"]) { RedirectStandardOutput = true };
        using Process server = Process.Start(start)!;
        try
        {
            const string Listening = "Now listening on: ";
            string? line = "";
            while (line?.Contains(Listening, StringComparison.Ordinal) is false)
            {
                line = await server.StandardOutput.ReadLineAsync(Token);
            }

            Task<string> rest = server.StandardOutput.ReadToEndAsync(Token);
            using HttpClient client = new() { BaseAddress = new Uri(line![(line!.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..]), Timeout = TimeSpan.FromSeconds(60) };
            string page = await client.GetStringAsync("/", Token);
            Assert.Contains("<input id=\"query\"", page, StringComparison.Ordinal);
            JsonElement best = (await SearchAsync(client, "take an item from the shelf")).GetProperty("hits")[0];
            Assert.Equal(("Shop.Stock.Take", "shop/Stock.cs:7-8"), (best.GetProperty("name").GetString(), best.GetProperty("place").GetString()));
            folder.Write("web/teapot.py", "def brew_earl_grey():\n    return 'tea'\n");
            while ((await SearchAsync(client, "brew_earl_grey")).GetProperty("hits").EnumerateArray().FirstOrDefault() is not { ValueKind: JsonValueKind.Object } found || found.GetProperty("place").GetString() != "web/teapot.py:1-2")
            {
                await Task.Delay(200, Token).WaitAsync(TimeSpan.FromSeconds(60), Token);
            }

            JsonElement state = JsonDocument.Parse(await client.GetStringAsync("/state", Token)).RootElement;
            Assert.Equal("Ready", state.GetProperty("phase").GetString());
            server.Kill(entireProcessTree: true);
            await rest;
        }
        finally
        {
            server.Kill(entireProcessTree: true);
        }
    }

    private static async Task<JsonElement> SearchAsync(HttpClient client, string query) =>
        JsonDocument.Parse(await client.GetStringAsync($"/search?q={Uri.EscapeDataString(query)}", Token)).RootElement;

    private static TemporaryFolder Shop()
    {
        TemporaryFolder folder = new();
        foreach (SourceFile file in ShopCode.Files)
        {
            folder.Write(file.Path, file.Text);
        }

        return folder;
    }

    private static Task<CommandRun> RunAsync(string sample, ScriptedModel? model, params string[] arguments) =>
        CommandRun.RunAsync("dotnet", Repository.Root, new Dictionary<string, string?> { ["OPENAI_BASE_URL"] = model?.Address, ["OPENAI_API_KEY"] = "none", ["DOTNET_NOLOGO"] = "1" }, [PathOf(sample), .. arguments]);

    private static string PathOf(string sample)
    {
        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        return Path.Combine(Repository.Root, "samples", sample, "bin", configuration, "net10.0", sample + ".dll");
    }
}
