using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace StructIndex.Tests;

/// <summary>The server as a process of its own, as clients start it.</summary>
public class McpProcessTests
{
    [Fact]
    public async Task The_tool_serves_a_folder_over_its_standard_streams_and_ends_when_the_client_hangs_up()
    {
        using TemporaryFolder folder = new();
        folder.Write("shop/stock.py", "def take(item):\n    '''Takes an item from the shelf.'''\n    return check(item)\n\ndef check(item):\n    return True\n");
        List<string> errors = [];
        StdioClientTransport transport = new(new StdioClientTransportOptions
        {
            Command = Path.Combine(AppContext.BaseDirectory, "StructIndex.Tool"),
            Arguments = ["mcp", folder.FullPath],
            StandardErrorLines = line =>
            {
                lock (errors)
                {
                    errors.Add(line);
                }
            },
        });
        await using McpClient client = await McpClient.CreateAsync(transport, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("structindex", client.ServerInfo?.Name);
        CallToolResult callers = await client.CallToolAsync("callers", new Dictionary<string, object?> { ["symbol"] = "check" }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Contains("shop/stock.py:3 take calls check", McpSession.Text(callers), StringComparison.Ordinal);
        await client.DisposeAsync();
        StdioClientCompletionDetails end = Assert.IsType<StdioClientCompletionDetails>(await client.Completion);
        Assert.Equal(0, end.ExitCode ?? 0);
        lock (errors)
        {
            Assert.Contains("structindex: reading files (1)", errors);
        }
    }

    [Fact]
    public async Task A_folder_that_is_not_there_ends_the_command_with_its_name()
    {
        ToolRun run = await ToolRun.RunAsync("mcp", "no/such/folder");
        Assert.Equal((2, "structindex: there is no folder or index file at no/such/folder\n"), (run.ExitCode, run.Error));
    }
}
