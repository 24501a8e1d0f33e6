using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace StructIndex.Benchmarks;

/// <summary>What indexing makes of repositories of mixed kinds: which files were read, which in part or not, and why.</summary>
internal static class RepositoryKinds
{
    private const int Languages = 4;

    public static async Task<int> RunAsync(Options options)
    {
        StringBuilder table = new("| kind | repository | files, by language | read | in part | not read | units | edges | seconds | processor | peak MB |\n|-|-|-|-:|-|-|-:|-:|-:|-:|-:|\n");
        foreach (string argument in options.Rest)
        {
            string[] parts = argument.Split('=', 2);
            using Process child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["repository-kind", parts[^1]]) { RedirectStandardOutput = true })!;
            string row = (await child.StandardOutput.ReadToEndAsync()).Trim();
            await child.WaitForExitAsync();
            string line = $"| {parts[0]} | {Path.GetFileName(Path.TrimEndingDirectorySeparator(parts[^1]))} | {(child.ExitCode == 0 ? row : "FAILED |")}\n";
            table.Append(line);
            Console.Write(line);
        }

        if (options.Find("out") is { } file)
        {
            await File.WriteAllTextAsync(file, table.ToString());
        }

        return 0;
    }

    public const string OneHelp = "FOLDER: one row of 'repositories KIND=FOLDER', in this process";

    public static async Task<int> RunOneAsync(string[] arguments)
    {
        long started = Stopwatch.GetTimestamp();
        CodeIndex index = await CodeIndexer.IndexDirectoryAsync(arguments[0]);
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var languages = index.Units.DistinctBy(unit => unit.Path).GroupBy(unit => unit.Language).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).ToList();
        int read = languages.Sum(group => group.Count());
        int others = languages.Skip(Languages).Sum(group => group.Count());
        string byLanguage = string.Join(", ", languages.Take(Languages).Select(group => $"{group.Count()} {group.Key}")) + (others > 0 ? $", {others} others" : "");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{byLanguage} | {read} | {Counts(index.Failures.Where(failure => failure.IsReadInPart))} | {Counts(index.Failures.Where(failure => !failure.IsReadInPart))} | {index.Units.Count} | {index.Graph.Edges.Count} | {seconds:0.0} | {Environment.CpuUsage.TotalTime.TotalSeconds:0.0} | {PeakMemory.Megabytes():0} |"));
        return 0;
    }

    /// <summary>Files, and how many of each reason.</summary>
    private static string Counts(IEnumerable<FileFailure> failures)
    {
        List<FileFailure> all = [.. failures.DistinctBy(failure => (failure.Path, failure.Kind))];
        int files = all.DistinctBy(failure => failure.Path).Count();
        return files == 0 ? "0" : $"{files}: {string.Join(", ", all.GroupBy(failure => failure.Kind).OrderByDescending(group => group.Count()).Select(group => $"{group.Count()} {char.ToLowerInvariant($"{group.Key}"[0])}{$"{group.Key}"[1..]}"))}";
    }
}
