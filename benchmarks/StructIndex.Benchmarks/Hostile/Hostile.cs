using System.Globalization;
using System.Text;

namespace StructIndex.Benchmarks;

/// <summary>Gives the command every input that once broke it, each in a process of its own, and writes a table of what became of it.</summary>
internal static class Hostile
{
    public const string Help = "TOOL [--only TEXT] [--out FILE]: every input that once broke the command 'structindex' (path TOOL): exit code, time, memory; ends with 1 where one still does. Linux";

    public static async Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        string tool = Path.GetFullPath(options.Rest[0]), only = options.Find("only") ?? "";
        StringBuilder table = new("| input | before | now | s | processor s | peak MB |\n|-|-|-|-|-|-|\n");
        int wrong = 0;
        foreach (HostileCase input in HostileCases.All.Where(input => input.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
        {
            using HostileFolder folder = new();
            input.Make(folder);
            if (input.First is { } first)
            {
                await HostileRun.OfAsync(tool, folder, first);
            }

            HostileRun run = await HostileRun.OfAsync(tool, folder, input.Arguments);
            string? fault = Fault(input, run);
            wrong += fault is null ? 0 : 1;
            string row = string.Create(CultureInfo.InvariantCulture, $"| {input.Name} | {input.Before} | {fault ?? Said(run)} | {run.Seconds:0.0} | {run.Processor:0.0} | {run.PeakMegabytes:0} |");
            Console.WriteLine(row);
            table.AppendLine(row);
        }

        if (options.Find("out") is { } file)
        {
            await File.WriteAllTextAsync(file, table.ToString());
        }

        return wrong == 0 ? 0 : 1;
    }

    private static string? Fault(HostileCase input, HostileRun run) => run.ExitCode switch
    {
        null => "**did not end**",
        2 when input.IsRefused => input.Check?.Invoke(run),
        0 or 1 when !input.IsRefused => input.Check?.Invoke(run),
        var code => $"**exit code {code}**: {Said(run)}",
    };

    // The last line says what went wrong, or how much was indexed.
    private static string Said(HostileRun run)
    {
        string last = run.Error.Replace(run.Folder, "", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? run.Output.Split('\n')[0];
        return $"{run.ExitCode}: {last.Trim()[..Math.Min(last.Trim().Length, 160)].Replace("|", "\\|", StringComparison.Ordinal)}";
    }
}
