using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using System.Text.Json;

namespace StructIndex.Benchmarks;

/// <summary>
/// The whole index (walk, parse, units, edges, words, vectors, lexical index) of folders, against universal-ctags over the same files,
/// in turns: each run is a process of its own, so that start-up and just-in-time compilation count.
/// </summary>
internal static class Speed
{
    public const string Help = "FOLDER... [--runs 3] [--jit] [--out FILE.md]: speed and memory of a whole index, against universal-ctags in turns; compiled to machine code as the tool is, or just in time";
    public const string OneHelp = "FOLDER...: one run of 'speed' in this process, as JSON";

    public static async Task<int> RunAsync(string[] arguments)
    {
        Options options = new([.. arguments.Where(argument => argument != "--jit")]);
        int runs = int.Parse(options.Find("runs") ?? "3", CultureInfo.InvariantCulture);
        string program = (arguments.Contains("--jit") ? null : await NativeBuild.FindAsync()) ?? Environment.ProcessPath!;
        string list = Path.GetTempFileName();
        try
        {
            List<SpeedRun> ours = [];
            List<double> theirs = [];
            for (int run = 0; run < runs; run++)
            {
                ours.Add(await RunChildAsync(program, options.Rest));
                await File.WriteAllLinesAsync(list, ours[^1].Files);
                long started = Stopwatch.GetTimestamp();
                using Process ctags = Process.Start(new ProcessStartInfo("ctags", ["--sort=no", "-f", "-", "-L", list]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
                Task<string> errors = ctags.StandardError.ReadToEndAsync();
                await ctags.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                await errors;
                await ctags.WaitForExitAsync();
                theirs.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
            }

            Report(ours, theirs, options.Find("out"));
        }
        finally
        {
            File.Delete(list);
        }

        return 0;
    }

    public static async Task<int> RunOneAsync(string[] arguments)
    {
        List<string> files = [];
        int units = 0, edges = 0;
        StageClock clock = new();
        foreach (string folder in arguments)
        {
            CodeIndex index = await CodeIndexer.IndexDirectoryAsync(folder, progress: clock);
            clock.Turn();
            units += index.Units.Count;
            edges += index.Graph.Edges.Count;
            files.AddRange(index.Units.Select(unit => unit.Path).Distinct(StringComparer.Ordinal).Select(path => Path.Combine(folder, path)));
        }

        Console.Error.WriteLine(clock);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{JitInfo.GetCompiledMethodCount()} methods compiled in {JitInfo.GetCompilationTime().TotalSeconds:0.00} s, {GC.CollectionCount(0)} collections with {GC.GetTotalPauseDuration().TotalSeconds:0.00} s of pause, {GC.GetGCMemoryInfo().TotalCommittedBytes / 1e6:0} MB committed at the last"));
        double seconds = (DateTime.UtcNow - Process.GetCurrentProcess().StartTime.ToUniversalTime()).TotalSeconds;
        long bytes = files.Sum(file => new FileInfo(file).Length);
        Console.WriteLine(JsonSerializer.Serialize(new SpeedRun(seconds, bytes, units, edges, PeakMemory.Megabytes(), files), BenchmarkJson.Default.SpeedRun));
        return 0;
    }

    private static async Task<SpeedRun> RunChildAsync(string program, IReadOnlyList<string> folders)
    {
        using Process child = Process.Start(new ProcessStartInfo(program, ["speed-one", .. folders]) { RedirectStandardOutput = true })!;
        string output = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        return child.ExitCode == 0 ? JsonSerializer.Deserialize(output, BenchmarkJson.Default.SpeedRun)! : throw new InvalidOperationException("the run failed");
    }

    private static void Report(List<SpeedRun> ours, List<double> theirs, string? file)
    {
        SpeedRun median = ours.OrderBy(run => run.Seconds).ElementAt(ours.Count / 2);
        double ctags = theirs.Order().ElementAt(theirs.Count / 2);
        double ratio = ours.Zip(theirs, (a, b) => a.Seconds / b).Order().ElementAt(ours.Count / 2);
        string report = string.Create(CultureInfo.InvariantCulture, $"""
            | files | source MB | units | edges | seconds | MB/s | ctags seconds | ratio to ctags | peak MB | bytes a byte above 150 MB |
            |-|-|-|-|-|-|-|-|-|-|
            | {median.Files.Count} | {median.Bytes / 1e6:0.0} | {median.Units} | {median.Edges} | {median.Seconds:0.00} | {median.Bytes / 1e6 / median.Seconds:0.00} | {ctags:0.00} | {ratio:0.0} | {median.PeakMegabytes:0} | {(median.PeakMegabytes - 150) / (median.Bytes / 1e6):0.0} |
            """);
        Console.WriteLine(report);
        if (file is not null)
        {
            File.WriteAllText(file, report + "\n");
        }
    }
}

/// <summary>One run.</summary>
internal sealed record SpeedRun(double Seconds, long Bytes, int Units, int Edges, double PeakMegabytes, IReadOnlyList<string> Files);
