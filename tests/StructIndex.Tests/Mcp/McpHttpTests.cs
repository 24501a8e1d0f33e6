using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace StructIndex.Tests;

/// <summary>The server over HTTP: the official client is answered, and pages of other sites are not.</summary>
public sealed class McpHttpTests : IAsyncLifetime
{
    private readonly int _port = FreePort();
    private readonly CancellationTokenSource _stop = new();
    private ServiceProvider? _services;
    private McpHttpServer? _server;
    private Task _serving = Task.CompletedTask;

    private Uri Address => new($"http://localhost:{_port}/mcp");

    public async ValueTask InitializeAsync()
    {
        ServiceCollection services = new();
        services.AddSingleton<ICodeIndexAccessor>(HeldIndex.Of(await ShopCode.IndexAsync()));
        services.AddMcpServer().WithStructIndex();
        _services = services.BuildServiceProvider();
        _server = new McpHttpServer(_port, _services.GetRequiredService<IOptions<McpServerOptions>>().Value, _services);
        _serving = _server.RunAsync(_stop.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _server!.Dispose();
        await _services!.DisposeAsync();
        _stop.Dispose();
    }

    [Fact]
    public async Task Several_clients_are_answered_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            await using McpClient client = await McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions { Endpoint = Address }), cancellationToken: TestContext.Current.CancellationToken);
            CallToolResult callers = await client.CallToolAsync("callers", new Dictionary<string, object?> { ["symbol"] = "Stock.Take" }, cancellationToken: TestContext.Current.CancellationToken);
            Assert.Contains("shop/Orders.cs:14 Shop.Orders.Reserve calls Shop.Stock.Take", McpSession.Text(callers), StringComparison.Ordinal);
        }));
    }

    [Theory]
    [InlineData(null, "Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData(null, "Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData(null, "Origin", "http://localhost.evil.example", HttpStatusCode.Forbidden)]
    [InlineData(null, "Origin", "http://localhost:8080", HttpStatusCode.OK)]
    [InlineData(null, "Accept-Language", "en", HttpStatusCode.OK)]
    [InlineData("/other", "Accept-Language", "en", HttpStatusCode.NotFound)]
    public async Task Only_requests_of_this_machine_for_the_server_are_answered(string? path, string header, string value, HttpStatusCode expected)
    {
        using HttpResponseMessage response = await PostAsync(path ?? "/mcp", header, value, """{"jsonrpc":"2.0","id":1,"method":"ping"}""");
        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task A_host_that_a_name_server_was_made_to_point_here_is_refused()
    {
        using HttpResponseMessage response = await PostAsync("/mcp", "Host", $"rebound.example:{_port}", """{"jsonrpc":"2.0","id":1,"method":"ping"}""");
        Assert.Contains(response.StatusCode, new[] { HttpStatusCode.Forbidden, HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
    }

    [Theory]
    [InlineData("this is no JSON")]
    [InlineData("null")]
    [InlineData("[1, 2]")]
    public async Task What_is_no_message_is_a_bad_request(string body)
    {
        using HttpResponseMessage response = await PostAsync("/mcp", "Accept-Language", "en", body);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_body_larger_than_messages_are_is_refused()
    {
        using HttpResponseMessage response = await PostAsync("/mcp", "Accept-Language", "en", new string(' ', 5 << 20));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public void A_port_in_use_is_said()
        => Assert.Contains($"port {_port}", Assert.Throws<IOException>(() => new McpHttpServer(_port, new McpServerOptions(), _services!)).Message, StringComparison.Ordinal);

    private async Task<HttpResponseMessage> PostAsync(string path, string header, string value, string body)
    {
        using HttpClient client = new();
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(Address, path)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Accept", "application/json, text/event-stream");
        request.Headers.TryAddWithoutValidation(header, value);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
