using System.CommandLine;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace StructIndex;

/// <summary>
/// <c>structindex mcp [DIR...|FILE]</c>: a server of the Model Context Protocol over standard input and output, or over HTTP on this machine.
/// </summary>
internal static class McpCommand
{
    private const string ServerName = "structindex";

    public static Command Create(ToolConsole console)
    {
        Command command = new(
            "mcp",
            """
            Serve an index to agents and editors by the Model Context Protocol, over standard input and output or HTTP.

            The folder is indexed in the background and followed as it changes; calls answer as soon as its words are indexed, those about edges a little
            later. The tools are search, context, show, outline, callers, callees, impact, map and status. A client is told the command line:
              { "mcpServers": { "structindex": { "command": "structindex", "args": ["mcp", "/path/to/repository"] } } }
            or, where several clients share a server (structindex mcp DIR --http 3001), its address: http://localhost:3001/mcp
            """);
        IndexInput input = IndexInput.AddTo(command, isOptional: true, takesMany: true);
        Option<int> http = new("--http") { Description = "Serve over HTTP on this port of this machine, to this machine alone.", HelpName = "PORT", CustomParser = OptionValues.Count };
        command.Add(http);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            ISourceProvider? source = input.FoldersOf(arguments);
            if (source is null)
            {
                input.CheckFile(arguments);
            }

            using ProgressReporter progress = ProgressReporter.For(console);
            ServiceCollection services = new();
            services.AddStructIndex(options =>
            {
                options.Root = input.NamesOf(arguments);
                options.Source = source;
                options.Index = new CodeIndexOptions { Parsers = input.ParsersOf(arguments) };
                options.Progress = progress;
                options.Kept = input.CacheOf(arguments, source, console);
            });
            services.AddMcpServer(static server => server.ServerInfo = Describe()).WithStructIndex();
            ServiceProvider provider = services.BuildServiceProvider();
            await using (provider.ConfigureAwait(false))
            {
                await ServeAsync(provider, arguments.GetValue(http), console, cancellationToken).ConfigureAwait(false);
            }

            return ExitCode.Found;
        });
        return command;
    }

    /// <summary>Serves until the client hangs up, or over HTTP until it is interrupted.</summary>
    private static async Task ServeAsync(ServiceProvider provider, int port, ToolConsole console, CancellationToken cancellationToken)
    {
        McpServerOptions options = provider.GetRequiredService<IOptions<McpServerOptions>>().Value;
        using McpHttpServer? http = port > 0 ? new McpHttpServer(port, options, provider) : null;
        IHostedService[] background = [.. provider.GetServices<IHostedService>()];
        foreach (IHostedService service in background)
        {
            await service.StartAsync(cancellationToken).ConfigureAwait(false);
        }

        if (http is not null)
        {
            console.Error.WriteLine($"structindex: serving http://localhost:{port}{McpHttpServer.Path}");
            await http.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        else
        {
            McpServer server = McpServer.Create(new StdioServerTransport(ServerName), options, serviceProvider: provider);
            await using (server.ConfigureAwait(false))
            {
                await server.RunAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        foreach (IHostedService service in background)
        {
            await service.StopAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static Implementation Describe() => new()
    {
        Name = ServerName,
        Title = "StructIndex",
        Version = typeof(McpCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0],
    };
}
