using System.IO.Pipelines;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace StructIndex.Tests;

/// <summary>The official client and our server, joined by two pipes in memory.</summary>
internal sealed class McpSession : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly McpServer _server;
    private readonly Task _serving;

    private McpSession(ServiceProvider services, McpServer server, Task serving, McpClient client) => (_services, _server, _serving, Client) = (services, server, serving, client);

    public McpClient Client { get; }

    public static async Task<McpSession> OpenAsync(ICodeIndexAccessor index, TimeSpan? wait = null)
    {
        Pipe up = new(), down = new();
        ServiceCollection services = new();
        services.AddSingleton(index);
        services.AddMcpServer().WithStructIndex(options => options.WaitForIndex = wait ?? options.WaitForIndex);
        ServiceProvider provider = services.BuildServiceProvider();
        McpServer server = McpServer.Create(new StreamServerTransport(up.Reader.AsStream(), down.Writer.AsStream()), provider.GetRequiredService<IOptions<McpServerOptions>>().Value, serviceProvider: provider);
        Task serving = server.RunAsync(TestContext.Current.CancellationToken);
        McpClient client = await McpClient.CreateAsync(new StreamClientTransport(up.Writer.AsStream(), down.Reader.AsStream()), cancellationToken: TestContext.Current.CancellationToken);
        return new McpSession(provider, server, serving, client);
    }

    public static async Task<McpSession> OpenShopAsync() => await OpenAsync(HeldIndex.Of(await ShopCode.IndexAsync()));

    public ValueTask<CallToolResult> CallAsync(string tool, object? arguments = null, IProgress<ProgressNotificationValue>? progress = null, CancellationToken? cancellationToken = null) =>
        Client.CallToolAsync(tool, Arguments(arguments), progress, cancellationToken: cancellationToken ?? TestContext.Current.CancellationToken);

    /// <summary>The text of an answer that must be none of an error.</summary>
    public async Task<string> AskAsync(string tool, object? arguments = null)
    {
        CallToolResult result = await CallAsync(tool, arguments);
        Assert.NotEqual(true, result.IsError);
        return Text(result);
    }

    /// <summary>The message of a call that must be refused.</summary>
    public async Task<string> RefuseAsync(string tool, object? arguments = null)
    {
        CallToolResult result = await CallAsync(tool, arguments);
        Assert.True(result.IsError);
        return Text(result);
    }

    public static string Text(CallToolResult result) => Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await _server.DisposeAsync();
        await _serving;
        await _services.DisposeAsync();
    }

    private static Dictionary<string, object?> Arguments(object? arguments) =>
        arguments?.GetType().GetProperties().ToDictionary(property => property.Name, property => property.GetValue(arguments), StringComparer.Ordinal) ?? [];
}
