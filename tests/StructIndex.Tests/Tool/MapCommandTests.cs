using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace StructIndex.Tests;

public sealed class MapCommandTests : IDisposable
{
    private const string Hostile = "</script><script>document.title='taken'</script>";
    private readonly TemporaryFolder _folder = new();

    public MapCommandTests()
    {
        _folder.Write("code/low/a.py", "from high.b import top\ndef base():\n    top()\n");
        _folder.Write("code/high/b.py", "from low.a import base\ndef top():\n    base()\nclass Roof:\n    def cover(self):\n        return top()\n");
    }

    private string Page => _folder.At("map.html");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Everything_the_index_has_is_in_the_page_once()
    {
        ToolRun run = await ToolRun.RunAsync("map", _folder.At("code"), "-o", Page);
        JsonElement data = DataOf(await File.ReadAllTextAsync(Page, TestContext.Current.CancellationToken));
        IReadOnlyList<JsonElement> units = (await ToolRun.RunAsync("units", _folder.At("code"), "--json")).Json;
        IReadOnlyList<JsonElement> edges = (await ToolRun.RunAsync("edges", _folder.At("code"), "--json")).Json;
        Assert.Equal((0, $"{Page}: {units.Count} units, {edges.Count} edges\n"), (run.ExitCode, run.Output));
        Assert.Equal(units.Select(unit => unit.GetProperty("name").GetString()), data.GetProperty("units").GetProperty("name").EnumerateArray().Select(name => name.GetString()));
        Assert.All(data.GetProperty("units").EnumerateObject(), column => Assert.Equal(units.Count, column.Value.GetArrayLength()));
        Assert.All(data.GetProperty("edges").EnumerateObject(), column => Assert.Equal(edges.Count, column.Value.GetArrayLength()));
        Assert.Equal(["high/b.py", "low/a.py"], data.GetProperty("paths").EnumerateArray().Select(path => path.GetString()));
        Assert.Equal("code", data.GetProperty("name").GetString());
    }

    [Fact]
    public async Task The_page_loads_nothing_and_runs_its_own_script_alone()
    {
        await ToolRun.RunAsync("map", _folder.At("code"), "-o", Page);
        string page = await File.ReadAllTextAsync(Page, TestContext.Current.CancellationToken);
        string script = Between(page, "<script>", "</script>");
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        Assert.Contains($"script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'", page, StringComparison.Ordinal);
        Assert.All(["http:", "https:", "url(", "@import", "<link", "<img", "src=", "fetch(", "XMLHttpRequest", "innerHTML", "eval("], word => Assert.DoesNotContain(word, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_of_the_code_cannot_end_the_element_they_are_in()
    {
        _folder.Write("code/web.py", $"def page(top=\"{Hostile}\"):\n    return top\n");
        Directory.Move(_folder.At("code"), _folder.At("{script} {data} <b>"));
        Assert.Equal(0, (await ToolRun.RunAsync("map", _folder.At("{script} {data} <b>"), "-o", Page)).ExitCode);
        string page = await File.ReadAllTextAsync(Page, TestContext.Current.CancellationToken);
        Assert.Equal(2, page.Split("</script>").Length - 1);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.Contains(DataOf(page).GetProperty("units").GetProperty("signature").EnumerateArray(), signature => signature.GetString()!.Contains(Hostile, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_map_of_nothing_is_exit_code_1_and_none_that_can_be_written_2()
    {
        Directory.CreateDirectory(_folder.At("empty"));
        Assert.Equal(1, (await ToolRun.RunAsync("map", _folder.At("empty"), "-o", Page)).ExitCode);
        Assert.False(File.Exists(Page));
        Assert.Equal(2, (await ToolRun.RunAsync("map", _folder.At("code"), "-o", _folder.At("missing/map.html"))).ExitCode);
        Assert.Equal(2, (await ToolRun.RunAsync("map", _folder.At("code"))).ExitCode);
    }

    [Fact]
    public async Task A_browser_shows_cycles_and_neighbourhoods_and_runs_no_script_of_the_code()
    {
        Assert.SkipWhen(Chromium.Path is null, "chromium is not installed");
        _folder.Write("code/web.py", $"def page(top=\"{Hostile}\"):\n    return top\n");
        await ToolRun.RunAsync("map", _folder.At("code"), "-o", Page);
        List<JsonElement> units = [.. (await ToolRun.RunAsync("units", _folder.At("code"), "--json")).Json];

        string whole = WordsOf(Chromium.ElementsOf(Page, "", _folder.At("profile")));
        Assert.Contains("<title>code</title>", whole, StringComparison.Ordinal);
        Assert.Contains("In cycles (2)", whole, StringComparison.Ordinal);
        Assert.Contains("high → low", whole, StringComparison.Ordinal);

        string unit = WordsOf(Chromium.ElementsOf(Page, $"unit={units.FindIndex(one => one.GetProperty("name").ValueEquals("top"))}", _folder.At("profile")));
        Assert.Contains("Used by (2)", unit, StringComparison.Ordinal);
        Assert.Contains("Roof.cover", unit, StringComparison.Ordinal);
        Assert.Contains(">scoped<", unit, StringComparison.Ordinal);

        string hostile = WordsOf(Chromium.ElementsOf(Page, $"unit={units.FindIndex(one => one.GetProperty("name").ValueEquals("page"))}", _folder.At("profile")));
        Assert.Contains("<title>code</title>", hostile, StringComparison.Ordinal);
        Assert.Contains("&lt;/script&gt;&lt;script&gt;", hostile, StringComparison.Ordinal);
    }

    private static JsonElement DataOf(string page) => JsonDocument.Parse(Between(page, "<script id=\"data\" type=\"application/json\">", "</script>")).RootElement;

    /// <summary>The page without its scripts, as the browser has it.</summary>
    private static string WordsOf(string elements) => elements[..elements.IndexOf("<script", StringComparison.Ordinal)];

    private static string Between(string text, string start, string end)
    {
        int from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }
}
