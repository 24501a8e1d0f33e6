using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace StructIndex;

/// <summary>
/// The Streamable HTTP transport of the protocol on this machine alone, without sessions: each POST is a message, its answer a stream of
/// events. Requests that a page of another site has a browser make are refused by their origin and host.
/// </summary>
/// <param name="port">A free port.</param>
/// <param name="options">The server that answers.</param>
/// <param name="services">Where its tools find the index.</param>
internal sealed class McpHttpServer(int port, McpServerOptions options, IServiceProvider services) : IDisposable
{
    /// <summary>The path under which the server is reached.</summary>
    public const string Path = "/mcp";

    private const int MaxBytes = 4 << 20;
    private static readonly JsonTypeInfo<JsonRpcMessage> s_message = (JsonTypeInfo<JsonRpcMessage>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcMessage));
    private readonly HttpListener _listener = Listen(port);

    /// <summary>Serves until the token is cancelled.</summary>
    /// <param name="cancellationToken">Stops the server and what it is answering.</param>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using CancellationTokenRegistration stop = cancellationToken.Register(_listener.Stop);
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                HttpListenerContext context = await _listener.GetContextAsync().ConfigureAwait(false);
                _ = AnswerAsync(context, cancellationToken);
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException && cancellationToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    public void Dispose() => _listener.Close();

    private static HttpListener Listen(int port)
    {
        HttpListener listener = new();
        listener.Prefixes.Add(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));
        listener.Prefixes.Add(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}/"));
        try
        {
            listener.Start();
            return listener;
        }
        catch (HttpListenerException e)
        {
            listener.Close();
            throw new IOException($"port {port} cannot be listened on: {e.Message}", e);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context, CancellationToken cancellationToken)
    {
        using HttpListenerResponse response = context.Response;

        // A connection that is kept may be closed by the listener just when the client sends its next message.
        response.KeepAlive = false;
        try
        {
            response.StatusCode = (int)Judge(context.Request);
            if (response.StatusCode == (int)HttpStatusCode.OK)
            {
                await AnswerAsync(context.Request, response, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (JsonException)
        {
            response.StatusCode = (int)HttpStatusCode.BadRequest;
        }
        catch (Exception e) when (e is HttpListenerException or IOException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // The client hung up, or the server is stopping: no one is left to answer.
        }
    }

    private async Task AnswerAsync(HttpListenerRequest request, HttpListenerResponse response, CancellationToken cancellationToken)
    {
        if (await ReadAsync(request.InputStream, cancellationToken).ConfigureAwait(false) is not { } body)
        {
            response.StatusCode = (int)HttpStatusCode.RequestEntityTooLarge;
            return;
        }

        JsonRpcMessage message = JsonSerializer.Deserialize(body.Span, s_message) ?? throw new JsonException();
        response.ContentType = "text/event-stream";
        response.Headers["Cache-Control"] = "no-cache,no-store";
        response.SendChunked = true;
        StreamableHttpServerTransport transport = new() { Stateless = true };
        await using (transport.ConfigureAwait(false))
        {
            McpServer server = McpServer.Create(transport, options, serviceProvider: services);
            await using (server.ConfigureAwait(false))
            {
                Task serving = server.RunAsync(cancellationToken);
                if (!await transport.HandlePostRequestAsync(message, response.OutputStream, cancellationToken).ConfigureAwait(false))
                {
                    response.StatusCode = (int)HttpStatusCode.Accepted;
                }

                await transport.DisposeAsync().ConfigureAwait(false);
                await serving.ConfigureAwait(false);
            }
        }
    }

    /// <summary>The body of a request; null where it is larger than a message is.</summary>
    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[4096];
        for (int length = 0; ;)
        {
            int read = await body.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            length += read;
            if (length > MaxBytes)
            {
                return null;
            }

            if (read == 0)
            {
                return buffer.AsMemory(0, length);
            }

            Array.Resize(ref buffer, length == buffer.Length ? 2 * length : buffer.Length);
        }
    }

    /// <summary>Whether a request is one for the server: from this machine and for it, and a message by its kind.</summary>
    private static HttpStatusCode Judge(HttpListenerRequest request)
    {
        bool isForeign = !request.IsLocal || !IsLoopback($"http://{request.UserHostName}") || (request.Headers["Origin"] is { } origin && !IsLoopback(origin));
        return isForeign ? HttpStatusCode.Forbidden
            : request.Url?.AbsolutePath.TrimEnd('/') != Path ? HttpStatusCode.NotFound
            : request.HttpMethod != "POST" ? HttpStatusCode.MethodNotAllowed
            : request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true ? HttpStatusCode.UnsupportedMediaType
            : HttpStatusCode.OK;
    }

    private static bool IsLoopback(string address) => Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.IsLoopback;
}
