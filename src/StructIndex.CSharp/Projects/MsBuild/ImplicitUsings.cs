namespace StructIndex;

/// <summary>
/// The global usings that the .NET SDKs add. The base ones are taken for every project: where a project does not want them they cost
/// nothing, where it does and says so in a place not read, a third of the call edges hangs on them.
/// </summary>
internal static class ImplicitUsings
{
    /// <summary>Those of Microsoft.NET.Sdk.</summary>
    public static IReadOnlyList<string> Base { get; } =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    /// <summary>Those Microsoft.NET.Sdk.Worker adds.</summary>
    public static IReadOnlyList<string> Worker { get; } =
        ["Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging"];

    /// <summary>Those Microsoft.NET.Sdk.Web adds.</summary>
    public static IReadOnlyList<string> Web { get; } =
        [.. Worker, "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing", "System.Net.Http.Json"];
}
