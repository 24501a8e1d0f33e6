using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace StructIndex.Tests;

/// <summary>What the tools promise to a client, whatever they are asked.</summary>
public class McpToolTests
{
    private static readonly JsonSerializerOptions s_relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] s_tools = ["callees", "callers", "context", "impact", "map", "outline", "search", "show", "status"];

    [Fact]
    public async Task Every_tool_only_reads_and_says_what_it_takes_and_gives()
    {
        await using McpSession session = await McpSession.OpenShopAsync();
        IList<McpClientTool> tools = await session.Client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(s_tools, tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
        Assert.All(tools, tool =>
        {
            ToolAnnotations annotations = tool.ProtocolTool.Annotations!;
            Assert.True(annotations is { ReadOnlyHint: true, IdempotentHint: true, DestructiveHint: false, OpenWorldHint: false }, tool.Name);
            Assert.False(string.IsNullOrEmpty(tool.Description) || string.IsNullOrEmpty(tool.Title), tool.Name);
            Assert.NotNull(tool.ReturnJsonSchema);
            foreach (JsonProperty parameter in tool.JsonSchema.TryGetProperty("properties", out JsonElement all) ? all.EnumerateObject() : default)
            {
                Assert.True(parameter.Value.TryGetProperty("description", out _), $"{tool.Name} does not describe {parameter.Name}");
            }
        });
    }

    [Fact]
    public async Task The_instructions_name_every_tool()
    {
        await using McpSession session = await McpSession.OpenShopAsync();
        Assert.All(s_tools, tool => Assert.Contains($"`{tool}`", session.Client.ServerInstructions!, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("search", """{"query": "take an item", "minRelevance": 0}""")]
    [InlineData("search", """{"query": "how is tea made", "minRelevance": 1}""")]
    [InlineData("context", """{"query": "take an item"}""")]
    [InlineData("show", """{"symbol": "Orders"}""")]
    [InlineData("outline", """{"path": "Orders.cs"}""")]
    [InlineData("callers", """{"symbol": "Take"}""")]
    [InlineData("callees", """{"symbol": "Pay"}""")]
    [InlineData("callees", """{"symbol": "Take"}""")]
    [InlineData("impact", """{"symbol": "Stock"}""")]
    [InlineData("map", "{}")]
    [InlineData("status", "{}")]
    public async Task A_structured_answer_has_what_its_schema_requires_and_nothing_else(string tool, string arguments)
    {
        await using McpSession session = await McpSession.OpenShopAsync();
        McpClientTool described = (await session.Client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken)).Single(known => known.Name == tool);
        CallToolResult result = await session.Client.CallToolAsync(tool, JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments), cancellationToken: TestContext.Current.CancellationToken);
        Assert.NotEqual(true, result.IsError);
        Check(described.ReturnJsonSchema!.Value, result.StructuredContent!.Value, tool);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(300)]
    [InlineData(700)]
    public async Task Text_and_structure_of_every_answer_keep_within_the_budget(int maxTokens)
    {
        string body = string.Concat(Enumerable.Range(0, 60).Select(i => $"    total = total + weigh(item, {i}) # \"{i}\"\n"));
        string functions = string.Concat(Enumerable.Range(0, 40).Select(i => $"def weigh_item_{i}(item, scale):\n    '''Weighs an item on scale {i}.'''\n    total = 0\n{body}    return weigh_all(total)\n\n"));
        CodeIndex index = await CodeIndexer.IndexAsync(new MemorySource([new SourceFile("scales/weigh.py", functions + "def weigh_all(total):\n    return total\n")]), cancellationToken: TestContext.Current.CancellationToken);
        await using McpSession session = await McpSession.OpenAsync(HeldIndex.Of(index));
        (string Tool, object Arguments)[] calls =
        [
            ("search", new { query = "weigh an item", maxTokens, limit = 50, minRelevance = 0 }),
            ("context", new { query = "weigh an item", maxTokens }),
            ("show", new { symbol = "weigh_item_7", maxTokens }),
            ("outline", new { path = "weigh.py", maxTokens }),
            ("callers", new { symbol = "weigh_all", maxTokens }),
            ("impact", new { symbol = "weigh_all", maxTokens }),
            ("map", new { maxTokens }),
        ];
        foreach ((string tool, object arguments) in calls)
        {
            CallToolResult result = await session.CallAsync(tool, arguments);
            Assert.NotEqual(true, result.IsError);
            Assert.InRange(TokenEstimate.Count(McpSession.Text(result)), 1, maxTokens);
            Assert.InRange(TokenEstimate.Count(JsonSerializer.Serialize(result.StructuredContent, s_relaxed)), 1, maxTokens);
        }
    }

    [Fact]
    public async Task Pages_follow_one_another_without_gap_or_repetition()
    {
        CodeIndex index = await CodeIndexer.IndexAsync(
            new MemorySource([new SourceFile("a.py", "def used():\n    return 1\n\n" + string.Concat(Enumerable.Range(0, 50).Select(i => $"def user_{i}():\n    return used()\n\n")))]),
            cancellationToken: TestContext.Current.CancellationToken);
        await using McpSession session = await McpSession.OpenAsync(HeldIndex.Of(index));
        List<string> users = [];
        int pages = 0;
        for (int? offset = 0; offset is { } from; pages++)
        {
            JsonElement answer = (await session.CallAsync("callers", new { symbol = "used", maxTokens = 500, offset = from })).StructuredContent!.Value;
            users.AddRange(answer.GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("from").GetString()!));
            offset = answer.TryGetProperty("nextOffset", out JsonElement next) ? next.GetInt32() : null;
        }

        Assert.True(pages > 2);
        Assert.Equal(Enumerable.Range(0, 50).Select(i => $"user_{i}"), users);
        Assert.Contains("only 50 entries", await session.RefuseAsync("callers", new { symbol = "used", offset = 50 }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_code_is_shown_in_parts_that_make_the_whole()
    {
        string[] lines = [.. Enumerable.Range(0, 200).Select(i => $"    step({i})")];
        CodeIndex index = await CodeIndexer.IndexAsync(new MemorySource([new SourceFile("a.py", "def run():\n" + string.Join('\n', lines) + "\n")]), cancellationToken: TestContext.Current.CancellationToken);
        await using McpSession session = await McpSession.OpenAsync(HeldIndex.Of(index));
        string code = "";
        for (int? line = 1; line is { } from;)
        {
            JsonElement answer = (await session.CallAsync("show", new { symbol = "run", maxTokens = 400, fromLine = from })).StructuredContent!.Value;
            code += answer.GetProperty("code").GetString();
            line = answer.TryGetProperty("nextLine", out JsonElement next) ? next.GetInt32() : null;
        }

        Assert.Equal("def run():\n" + string.Join('\n', lines) + "\n", code);
    }

    [Theory]
    [InlineData("outline", "path", "../../../../etc/passwd")]
    [InlineData("outline", "path", "/etc/passwd")]
    [InlineData("show", "symbol", "/etc/passwd:1")]
    [InlineData("map", "folder", "..")]
    [InlineData("map", "folder", "/etc")]
    public async Task Nothing_outside_the_index_can_be_read(string tool, string parameter, string value)
    {
        await using McpSession session = await McpSession.OpenShopAsync();
        CallToolResult result = await session.Client.CallToolAsync(tool, new Dictionary<string, object?> { [parameter] = value }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.IsError);
        Assert.DoesNotContain("root:", McpSession.Text(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_answered_says_what_would_do()
    {
        string[] unknown = ["klingon"];
        await using McpSession session = await McpSession.OpenShopAsync();
        Assert.Contains("Nearest: Shop.Orders.Reserve", await session.RefuseAsync("show", new { symbol = "ReserveItems" }), StringComparison.Ordinal);
        Assert.Contains("no file Nope.cs", await session.RefuseAsync("outline", new { path = "Nope.cs" }), StringComparison.Ordinal);
        Assert.Contains("no folder nope", await session.RefuseAsync("map", new { folder = "nope" }), StringComparison.Ordinal);
        Assert.Contains("the index holds csharp", await session.RefuseAsync("search", new { query = "item", languages = unknown }), StringComparison.Ordinal);
        Assert.Contains("the kinds are module", await session.RefuseAsync("search", new { query = "item", kinds = unknown }), StringComparison.Ordinal);
        Assert.Contains("from 200 to 100000", await session.RefuseAsync("search", new { query = "item", maxTokens = 20 }), StringComparison.Ordinal);
        Assert.Contains("offset is -1", await session.RefuseAsync("callers", new { symbol = "Take", offset = -1 }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_names_the_innermost_unit_there()
    {
        await using McpSession session = await McpSession.OpenShopAsync();
        Assert.StartsWith("shop/Orders.cs:8-22 method Shop.Orders.Reserve", await session.AskAsync("show", new { symbol = "shop/Orders.cs:14" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_is_a_resource_under_its_escaped_id()
    {
        await using McpSession session = await McpSession.OpenShopAsync();
        JsonElement hit = (await session.CallAsync("search", new { query = "Orders.Reserve", limit = 1 })).StructuredContent!.Value.GetProperty("hits")[0];
        string uri = "structindex://unit/" + Uri.EscapeDataString(hit.GetProperty("id").GetString()!);
        ReadResourceResult read = await session.Client.ReadResourceAsync(uri, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Contains("stock.Take(item)", Assert.IsType<TextResourceContents>(Assert.Single(read.Contents)).Text, StringComparison.Ordinal);
        await Assert.ThrowsAsync<McpProtocolException>(async () => await session.Client.ReadResourceAsync("structindex://unit/none", cancellationToken: TestContext.Current.CancellationToken));
    }

    /// <summary>A check of the parts of JSON Schema that our schemas use.</summary>
    private static void Check(JsonElement schema, JsonElement value, string place)
    {
        string kind = value.ValueKind switch { JsonValueKind.Object => "object", JsonValueKind.Array => "array", JsonValueKind.String => "string", JsonValueKind.Null => "null", JsonValueKind.Number => "number", _ => "boolean" };
        string[] types = !schema.TryGetProperty("type", out JsonElement type) ? [kind] : type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(one => one.GetString()!)] : [type.GetString()!];
        Assert.True(types.Contains(kind) || (kind == "number" && types.Contains("integer") && value.TryGetInt64(out _)), $"{place} is {kind}, not {string.Join('|', types)}");
        if (kind == "array")
        {
            int at = 0;
            foreach (JsonElement item in value.EnumerateArray())
            {
                Check(schema.GetProperty("items"), item, $"{place}[{at++}]");
            }
        }

        if (kind == "object" && schema.TryGetProperty("properties", out JsonElement properties))
        {
            Assert.All(schema.TryGetProperty("required", out JsonElement required) ? required.EnumerateArray().Select(one => one.GetString()!) : [], name => Assert.True(value.TryGetProperty(name, out _), $"{place} has no {name}"));
            foreach (JsonProperty property in value.EnumerateObject())
            {
                Assert.True(properties.TryGetProperty(property.Name, out JsonElement of), $"{place}.{property.Name} is not in the schema");
                Check(of, property.Value, $"{place}.{property.Name}");
            }
        }
    }
}
