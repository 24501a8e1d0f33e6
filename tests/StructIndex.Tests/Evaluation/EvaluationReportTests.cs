using System.Text.Json;
using System.Xml.Linq;
using static StructIndex.Tests.EvaluationSample;

namespace StructIndex.Tests;

public sealed class EvaluationReportTests : IDisposable
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";
    private static readonly XNamespace s_html = "http://www.w3.org/1999/xhtml";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_page_is_well_formed_and_has_every_part()
    {
        XDocument page = await RenderAsync();
        string[] titles = [.. page.Descendants(s_html + "h2").Select(title => title.Value)];
        Assert.All(
            (string[])["Beside its baselines", "By category", "Rank of the first right answer", "Precision and recall", "Risk and coverage", "Reliability of first results", "Reliability of 'there is an answer'", "Saying nothing", "Worst questions", "Every question"],
            title => Assert.Contains(title, titles));
        Assert.Equal(5, page.Descendants(s_svg + "svg").Count());
        Assert.All(page.Descendants(s_svg + "svg"), plot => Assert.NotNull(plot.Attribute("aria-label")));
        Assert.Contains("prefers-color-scheme: dark", page.Descendants(s_html + "style").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_needs_no_script_and_no_network()
    {
        XDocument page = await RenderAsync();
        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "script" or "link" or "img" or "iframe" or "object");
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName is "src" or "href" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        string style = page.Descendants(s_html + "style").Single().Value;
        Assert.DoesNotContain("url(", style, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", style, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_users_wrote_is_shown_and_never_becomes_markup()
    {
        XDocument page = await RenderAsync();
        Assert.Contains(page.Descendants(s_html + "td"), cell => cell.Value.Contains("<script>alert('x')</script> & \"quotes\" \uFFFD", StringComparison.Ordinal));
        Assert.Contains(page.Descendants(s_html + "code"), code => code.Value == "List<T> Find<T>(string \"x\")");
        Assert.Contains("b/{0}.py", page.Root!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worst_question_shows_what_was_returned_instead()
    {
        XDocument page = await RenderAsync();
        XElement worst = page.Descendants(s_html + "details").First(details => details.Value.Contains("no answer found", StringComparison.Ordinal));
        Assert.All((string[])["not found", "a/right.py", "b/wrong.py", "7-9", "0.83"], shown => Assert.Contains(shown, worst.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_without_relevance_or_answers_still_makes_a_page()
    {
        EvaluationRun run = await RunAsync("bare", (Query("a", "1", new RelevanceTarget("a")), new([])));
        new EvaluationReport("bare", run, []).SaveHtml(_folder.At("bare.html"));
        Assert.Single(XDocument.Load(_folder.At("bare.html")).Descendants(s_svg + "svg"));
    }

    [Fact]
    public async Task The_json_holds_every_figure_and_the_rank_of_every_question()
    {
        (await ReportAsync()).SaveJson(_folder.At("report.json"));
        JsonElement json = JsonDocument.Parse(File.ReadAllBytes(_folder.At("report.json"))).RootElement;
        Assert.Equal(["new", "old"], json.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("name").GetString()));
        Assert.Equal(.5, json.GetProperty("runs")[0].GetProperty("mrr@10").GetProperty("mean").GetDouble());
        Assert.True(json.GetProperty("runs")[1].GetProperty("comparedWithFirst").GetProperty("ndcg@10").GetProperty("p").GetDouble() > 0);
        Assert.Equal([0, 1, 0], json.GetProperty("queries").EnumerateArray().Select(query => query.GetProperty("rank").GetInt32()));
        Assert.Equal(1, json.GetProperty("abstention").GetProperty("unanswerableRefused").GetInt32());
    }

    private async Task<XDocument> RenderAsync()
    {
        (await ReportAsync()).SaveHtml(_folder.At("report.html"));
        return XDocument.Load(_folder.At("report.html"));
    }

    private static async Task<EvaluationReport> ReportAsync()
    {
        EvaluationQuery missed = Query("missed", "no answer found", new RelevanceTarget("a/right.py")), odd = Query("odd", "<script>alert('x')</script> & \"quotes\" \u0001", new RelevanceTarget("b/{0}.py")), empty = Query("empty", "make tea");
        RetrievedItem wrong = Item("b/wrong.py", .83, 7, 9) with { Signature = "List<T> Find<T>(string \"x\")" };
        EvaluationRun run = await RunAsync("new", (missed, new([wrong, Item("b/{0}.py", .7)]) { Relevance = .9 }), (odd, new([Item("b/{0}.py", .9), wrong])), (empty, new([wrong], Abstained: true, "nothing <relevant>")));
        EvaluationRun old = await RunAsync("old", (missed, new([wrong])), (odd, new([wrong])), (empty, new([])));
        return new EvaluationReport("shop & <co>", run, [], old);
    }
}
