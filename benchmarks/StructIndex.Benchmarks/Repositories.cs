using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace StructIndex.Benchmarks;

/// <summary>What indexing makes of each repository of a development set: files, units, edges by kind and certainty, failures, time and memory.</summary>
internal static class Repositories
{
    public const string Help = "--eval DIR --sources DIR | KIND=FOLDER... [--out FILE.md]: files, units, edges, failures, seconds and memory of each repository";

    public static async Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        if (options.Rest.Count > 0)
        {
            return await RepositoryKinds.RunAsync(options);
        }

        StringBuilder table = new("| repository | language | files | units | calls | constructs | inherits | implements | overrides | exact | dispatch | delegate | scoped | name only | candidate | failures | seconds | peak MB |\n|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|\n");
        foreach (DevelopmentRepository repository in DevelopmentSet.Load(options.Get("eval"), options.Get("sources")).Repositories)
        {
            using Process child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["repository", repository.Folder]) { RedirectStandardOutput = true })!;
            string row = await child.StandardOutput.ReadToEndAsync();
            await child.WaitForExitAsync();
            table.Append(CultureInfo.InvariantCulture, $"| {repository.Name} | {repository.Language} | {(child.ExitCode == 0 ? row.Trim() : "FAILED |")}\n");
            Console.WriteLine($"{repository.Name,-16} {row.Trim()}");
        }

        if (options.Find("out") is { } file)
        {
            await File.WriteAllTextAsync(file, table.ToString());
        }

        return 0;
    }

    public const string OneHelp = "FOLDER: one row of 'repositories', in this process";

    public static async Task<int> RunOneAsync(string[] arguments)
    {
        long started = Stopwatch.GetTimestamp();
        CodeIndex index = await CodeIndexer.IndexDirectoryAsync(arguments[0]);
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        ILookup<EdgeKind, CodeEdge> kinds = index.Graph.Edges.ToLookup(edge => edge.Kind);
        ILookup<EdgeCertainty, CodeEdge> certainties = index.Graph.Edges.ToLookup(edge => edge.Certainty);
        EdgeKind[] kindColumns = [EdgeKind.Calls, EdgeKind.Constructs, EdgeKind.Inherits, EdgeKind.Implements, EdgeKind.Overrides];
        int files = index.Units.Select(unit => unit.Path).Distinct(StringComparer.Ordinal).Count();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{files} | {index.Units.Count} | {string.Join(" | ", kindColumns.Select(kind => kinds[kind].Count()))} | {string.Join(" | ", Enum.GetValues<EdgeCertainty>().Select(certainty => certainties[certainty].Count()))} | {index.Failures.Count} | {seconds:0.00} | {PeakMemory.Megabytes():0} |"));
        return 0;
    }
}
