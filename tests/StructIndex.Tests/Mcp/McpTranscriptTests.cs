using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ModelContextProtocol.Protocol;

namespace StructIndex.Tests;

/// <summary>
/// A session as a reviewer can read it. To rewrite it after a wanted change: run this test with STRUCTINDEX_UPDATE_GOLDEN=1 and read the difference.
/// </summary>
public partial class McpTranscriptTests
{
    private static readonly string s_golden = Path.Combine(Repository.Root, "tests", "StructIndex.Tests", "Mcp", "Golden", "session.txt");
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task A_session_about_a_small_shop_is_as_reviewed()
    {
        await using McpSession session = await McpSession.OpenShopAsync();
        StringBuilder transcript = new();
        foreach ((string tool, object arguments) in (IReadOnlyList<(string, object)>)[
            ("status", new { }),
            ("map", new { }),
            ("map", new { folder = "shop" }),
            ("outline", new { path = "shop/Orders.cs" }),
            ("search", new { query = "where are the items of an order reserved?", limit = 1 }),
            ("search", new { query = "how is tea made?" }),
            ("context", new { query = "Orders.Reserve", paths = new[] { "shop/Orders.cs" }, maxTokens = 400 }),
            ("show", new { symbol = "Stock.Take" }),
            ("callers", new { symbol = "Stock.Take" }),
            ("callees", new { symbol = "Orders" }),
            ("impact", new { symbol = "Stock.Take" }),
            ("show", new { symbol = "Nothing.Like.It" }),
        ])
        {
            CallToolResult result = await session.CallAsync(tool, arguments);
            transcript.Append(CultureInfo.InvariantCulture, $"> {tool} {JsonSerializer.Serialize(arguments)}\n{(result.IsError == true ? "error: " : "")}{McpSession.Text(result)}\n");
            transcript.Append(result.StructuredContent is { } structured ? $"{JsonSerializer.Serialize(structured, s_json)}\n\n" : "\n");
        }

        // How probable an answer is changes with each fit of the ranker, and no reader of this file cares.
        string actual = Probability().Replace(transcript.ToString(), "N");
        if (Environment.GetEnvironmentVariable("STRUCTINDEX_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(s_golden, actual);
            return;
        }

        Assert.Equal(File.ReadAllText(s_golden), actual);
    }

    [GeneratedRegex("""[01]\.[0-9]+|[0-9]+(?= %)|(?<="relevance": )[0-9]+""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Probability();
}
