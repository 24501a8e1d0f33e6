using System.Text.Json;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ModelContextProtocol.Server;
using StructIndex;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the tools of a code index to a server of the Model Context Protocol.</summary>
public static class StructIndexMcpServerBuilderExtensions
{
    /// <summary>
    /// Adds the tools <c>search</c>, <c>context</c>, <c>show</c>, <c>outline</c>, <c>callers</c>, <c>callees</c>, <c>impact</c>, <c>map</c>
    /// and <c>status</c>, units as resources, and instructions for the model where the server has none of its own. All of them answer from
    /// the <see cref="ICodeIndexAccessor"/> of the container (<c>services.AddStructIndex</c>) and open no file.
    /// </summary>
    /// <param name="builder">What <c>services.AddMcpServer()</c> gave.</param>
    /// <param name="configure">How the tools behave; null for the defaults.</param>
    /// <returns>The builder, to go on with.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IMcpServerBuilder WithStructIndex(this IMcpServerBuilder builder, Action<StructIndexMcpOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<StructIndexMcpOptions>();
        if (configure is not null)
        {
            builder.Services.Configure(configure);
        }

        builder.Services.Configure<McpServerOptions>(static server => server.ServerInstructions ??= Instructions.Text);
        builder.Services.TryAddSingleton<IndexGate>();
        JsonSerializerOptions json = AnswerFormat.Options;
        return builder
            .WithTools<SearchTool>(json)
            .WithTools<ContextTool>(json)
            .WithTools<ShowTool>(json)
            .WithTools<OutlineTool>(json)
            .WithTools<EdgeTools>(json)
            .WithTools<ImpactTool>(json)
            .WithTools<MapTool>(json)
            .WithTools<StatusTool>(json)
            .WithResources<UnitResource>();
    }
}
