using System.Text.Json;

namespace StructIndex.Tests;

/// <summary>One run of the command line, in this process.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    public IReadOnlyList<JsonElement> Json => [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    public static async Task<ToolRun> RunAsync(params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        int code = await ToolCommands.RunAsync(arguments, new ToolConsole(output, error, isTerminal: false), TestContext.Current.CancellationToken);
        return new ToolRun(code, output.ToString(), error.ToString());
    }
}
