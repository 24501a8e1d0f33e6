using System.Text.Json;

namespace StructIndex.Tests;

public sealed class ImpactCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ImpactCommandTests()
    {
        _folder.Write("shop/stock.py", "class Stock:\n    def take(self, item):\n        return item\n\n\ndef order(stock: Stock):\n    stock.take('\"x\"')\n");
        _folder.Write("tests/test_stock.py", "from shop.stock import order\n\n\ndef test_order():\n    order(None)\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Tests_to_run_come_first()
    {
        ToolRun run = await ToolRun.RunAsync("impact", _folder.FullPath, "Stock.take");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            """
            changed:
              Stock.take  shop/stock.py:2
            tests to run:
              2  test_order  tests/test_stock.py:5  (calls order, scoped)
            reached:
              1  order  shop/stock.py:7  (calls Stock.take, scoped)

            """, run.Output);
    }

    [Fact]
    public async Task A_type_changes_with_its_members()
    {
        ToolRun run = await ToolRun.RunAsync("impact", _folder.FullPath, "Stock", "--format", "json", "--depth", "1");
        Assert.Equal(["changed Stock", "changed Stock.take", "test test_order", "reached order"], run.Json.Select(line => $"{line.GetProperty("is").GetString()} {line.GetProperty("symbol").GetString()}"));
        Assert.Equal(["is", "id", "symbol", "path", "start", "end", "depth", "certainty", "kind", "to", "through", "line"], run.Json[^1].EnumerateObject().Select(field => field.Name));
    }

    [Fact]
    public async Task Pictures_mark_what_changed_and_what_tests()
    {
        string dot = (await ToolRun.RunAsync("impact", _folder.FullPath, "Stock.take", "-f", "dot")).Output;
        Assert.StartsWith("digraph impact {", dot, StringComparison.Ordinal);
        Assert.Contains("n1 -> n2", dot, StringComparison.Ordinal);
        Assert.Contains("n2 -> n0", dot, StringComparison.Ordinal);
        string mermaid = (await ToolRun.RunAsync("impact", _folder.FullPath, "Stock.take", "-f", "mermaid")).Output;
        Assert.Contains("n0[\"Stock.take<br>shop/stock.py:2\"]:::changed", mermaid, StringComparison.Ordinal);
        Assert.Contains("n1[\"test_order<br>tests/test_stock.py:4\"]:::test", mermaid, StringComparison.Ordinal);
        Assert.Contains("n2 -- scoped --> n0", mermaid, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_diff_names_the_units_that_the_working_tree_changed()
    {
        Assert.SkipUnless(Git.IsPresent, "git is not installed");
        Git.Run(_folder.FullPath, "init", "-q");
        Git.Run(_folder.FullPath, "add", "-A");
        Git.Run(_folder.FullPath, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "start");
        (int code, string error) = await ErrorAsync("impact", _folder.FullPath, "--diff");
        Assert.Equal(1, code);
        Assert.EndsWith("structindex: no unit changed\n", error, StringComparison.Ordinal);
        _folder.Write("shop/stock.py", File.ReadAllText(_folder.At("shop/stock.py")).Replace("return item", "return [item]", StringComparison.Ordinal));
        IReadOnlyList<JsonElement> found = (await ToolRun.RunAsync("impact", _folder.FullPath, "--diff", "HEAD", "-f", "json")).Json;
        Assert.Equal(["Stock.take", "test_order", "order"], found.Select(line => line.GetProperty("symbol").GetString()));
        File.Delete(_folder.At("tests/test_stock.py"));
        Assert.Contains("tests/test_stock.py", (await ToolRun.RunAsync("impact", _folder.FullPath, "--diff")).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name a SYMBOL, or --diff")]
    [InlineData("name a SYMBOL, or --diff", "Stock", "--diff")]
    [InlineData("not a git repository", "--diff", "main")]
    [InlineData("--depth takes a whole number, 1 or more, not '0'.", "Stock", "--depth", "0")]
    public async Task What_cannot_be_answered_is_said(string message, params string[] arguments)
    {
        (int code, string error) = await ErrorAsync(["impact", _folder.FullPath, .. arguments]);
        Assert.Equal(2, code);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Error)> ErrorAsync(params string[] arguments)
    {
        ToolRun run = await ToolRun.RunAsync(arguments);
        return (run.ExitCode, run.Error);
    }
}
