using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace StructIndex.Tests;

/// <summary>A server with the API of OpenAI on this machine that answers each request by the next line of its script.</summary>
internal sealed class ScriptedModel : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Queue<object> _script;
    private readonly ConcurrentQueue<string> _requests = [];

    /// <param name="script">Texts that the model says, and <see cref="ToolCall"/>s.</param>
    public ScriptedModel(params object[] script)
    {
        _script = new Queue<object>(script);
        using (TcpListener free = new(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        }

        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = AnswerAsync();
    }

    public string Address { get; }

    /// <summary>For each request all texts in it, one a line.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    public void Dispose() => _listener.Close();

    private async Task AnswerAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                // The test is over.
                return;
            }

            JsonNode request = JsonNode.Parse(context.Request.InputStream)!;
            _requests.Enqueue(string.Join('\n', Texts(request)));
            context.Response.ContentType = "application/json";
            context.Response.StatusCode = _script.Count > 0 ? 200 : 400;
            await JsonSerializer.SerializeAsync(context.Response.OutputStream, _script.TryDequeue(out object? next) ? Completion(next) : new JsonObject());
            context.Response.Close();
        }
    }

    private static JsonObject Completion(object said)
    {
        JsonObject message = new() { ["role"] = "assistant", ["content"] = said as string };
        if (said is ToolCall call)
        {
            message["tool_calls"] = new JsonArray(new JsonObject
            {
                ["id"] = Guid.NewGuid().ToString("N"),
                ["type"] = "function",
                ["function"] = new JsonObject { ["name"] = call.Tool, ["arguments"] = call.Arguments },
            });
        }

        return new JsonObject
        {
            ["id"] = "1",
            ["object"] = "chat.completion",
            ["created"] = 0,
            ["model"] = "scripted",
            ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["message"] = message, ["finish_reason"] = said is ToolCall ? "tool_calls" : "stop" }),
        };
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Texts(member.Value)),
        JsonArray items => items.SelectMany(Texts),
        JsonValue value when value.TryGetValue(out string? text) => [text],
        _ => [],
    };
}
