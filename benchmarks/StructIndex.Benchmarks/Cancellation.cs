using System.Diagnostics;
using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>How soon what is cancelled returns: at evenly spaced moments of a whole index, of tree-sitter's parsing alone, and of searches.</summary>
internal static class Cancellation
{
    public const string Help = "FOLDER... [--cuts 20]: how soon a cancelled index, parse, first search and searches for very long texts return; cancelled at evenly spaced moments";

    public static async Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        int cuts = int.Parse(options.Find("cuts") ?? "20", CultureInfo.InvariantCulture);
        Console.WriteLine("| folder | of | ms in all | cancelled | median ms to return | worst ms | worst at |");
        Console.WriteLine("|-|-|-|-|-|-|-|");
        foreach (string folder in options.Rest)
        {
            List<SourceFile> files = await new DirectorySource(folder).ReadAsync(_ => { }).ToListAsync();
            SourceFile[] parsed = [.. files.Where(new TreeSitterParser().CanParse)];
            await MeasureAsync(folder, "index", cuts, (stages, token) => CodeIndexer.IndexDirectoryAsync(folder, progress: stages, cancellationToken: token));
            await MeasureAsync(folder, "parse", cuts, (_, token) => Task.Run(() => new TreeSitterParser().Parse(parsed, null, null, token), token));
            CodeIndex index = await CodeIndexer.IndexDirectoryAsync(folder);
            await MeasureAsync(folder, "first search", cuts, (_, token) => Task.Run(() => new CodeIndex(index.Contents, index.Generator).SearchAsync("where is a file closed", cancellationToken: token), token));
            foreach ((string name, string query) in LongQueries(index))
            {
                await MeasureAsync(folder, name, cuts, (_, token) => Task.Run(() => index.SearchAsync(query, cancellationToken: token), token));
            }
        }

        return 0;
    }

    // Each a megabyte and more.
    private static IEnumerable<(string Name, string Query)> LongQueries(CodeIndex index)
    {
        string[] names = [.. index.Units.Select(unit => unit.Name).Distinct()], paths = [.. index.Units.Select(unit => unit.Path).Distinct()];
        yield return ("search for 1 MB of words", Long(i => names[i % names.Length] + i));
        yield return ("search for 1 MB of symbols", Long(i => $"{names[i % names.Length]}.{names[i * 7 % names.Length]}"));
        yield return ("search for 1 MB of files", Long(i => $"{paths[i % paths.Length]}:{i}"));
        yield return ("search for 1 MB of frames", Long(i => $"\n  File \"{paths[i % paths.Length]}\", line {i}, in {names[i % names.Length]}"));
        yield return ("search for `A.` 500,000 times", string.Concat(Enumerable.Repeat("A.", 500_000)));
        yield return ("search for misspelt words", Long(i => $"{names[i % names.Length]}q"));

        static string Long(Func<int, string> word) => string.Join(' ', Enumerable.Range(0, 60_000).Select(word));
    }

    private static async Task MeasureAsync(string folder, string of, int cuts, Func<IProgress<IndexProgress>, CancellationToken, Task> work)
    {
        await work(new LastStage(), default);
        long started = Stopwatch.GetTimestamp();
        await work(new LastStage(), default);
        double whole = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        List<(double Milliseconds, IndexStage Stage, double At)> returns = [];
        for (int cut = 1; cut <= cuts; cut++)
        {
            using CancellationTokenSource source = new();
            LastStage stage = new();
            double at = whole * cut / (cuts + 1);
            Task running = work(stage, source.Token);
            await Task.WhenAny(running, Task.Delay(TimeSpan.FromMilliseconds(at)));
            if (running.IsCompleted)
            {
                continue;
            }

            started = Stopwatch.GetTimestamp();
            await source.CancelAsync();
            await Task.WhenAny(running);
            returns.Add((Stopwatch.GetElapsedTime(started).TotalMilliseconds, stage.Stage, at / whole));
        }

        if (returns.Count == 0)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {Path.GetFileName(Path.TrimEndingDirectorySeparator(folder))} | {of} | {whole:0} | 0 | | | |"));
            return;
        }

        returns.Sort();
        (double worst, IndexStage worstStage, double worstAt) = returns[^1];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {Path.GetFileName(Path.TrimEndingDirectorySeparator(folder))} | {of} | {whole:0} | {returns.Count} | {returns[returns.Count / 2].Milliseconds:0} | {worst:0} | {worstAt:P0} of the time, {worstStage} |"));
    }

    /// <summary>The stage reported last.</summary>
    private sealed class LastStage : IProgress<IndexProgress>
    {
        public IndexStage Stage { get; private set; }

        public void Report(IndexProgress value) => Stage = value.Stage;
    }
}
