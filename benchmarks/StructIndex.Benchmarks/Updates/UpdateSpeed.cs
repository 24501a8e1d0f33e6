using System.Diagnostics;
using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>How long an update takes after one edit, beside the build, and what is kept in memory for it.</summary>
internal static class UpdateSpeed
{
    public const string Help = "FOLDER... [--rounds 5] [--out FILE.md]: processor times, and those on the clock in brackets, of a build and of updates of a copy of each folder, after an edit inside a body, of a signature and after none, the median of some; memory at rest";

    public static async Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        int rounds = int.Parse(options.Find("rounds") ?? "5", CultureInfo.InvariantCulture);
        List<string> report =
        [
            "| folder | files | units | edges | build s | second update ms | nothing changed ms | body ms | signature ms | saved MB | loaded MB | kept for updates MB |",
            "|-|-|-|-|-|-|-|-|-|-|-|-|",
        ];
        foreach (string folder in options.Rest)
        {
            report.Add(await MeasureAsync(folder, rounds));
            Console.WriteLine(report[^1]);
        }

        if (options.Find("out") is { } file)
        {
            await File.WriteAllLinesAsync(file, report);
        }

        return 0;
    }

    private static async Task<string> MeasureAsync(string folder, int rounds)
    {
        string copy = Directory.CreateTempSubdirectory("structindex-update-").FullName;
        try
        {
            Copy(folder, copy);
            DirectorySource source = new(copy);
            long before = GC.GetTotalMemory(true);
            CodeIndexBuilder builder = CodeIndexer.CreateBuilder(new CodeIndexOptions { KeepForUpdates = true });
            Spent started = Spent.Now;
            CodeIndex index = await builder.BuildAsync(source);
            Spent build = started.Since();
            await Update(() => Edit(index, "", 0));
            Spent first = await Update(() => Edit(index, "", 0)), none = await MedianAsync(() => { }), body = await MedianAsync(() => Edit(index, "", 1)), signature = await MedianAsync(() => Edit(index, "public", 1));
            string saved = Path.Combine(copy, "saved.index");
            await index.SaveAsync(saved);
            long megabytes = new FileInfo(saved).Length;
            long kept = GC.GetTotalMemory(true) - before;
            int units = index.Units.Count, edges = index.Graph.Edges.Count, files = index.Units.Select(unit => unit.Path).Distinct(StringComparer.Ordinal).Count();
            index = await CodeIndex.LoadAsync(saved, CodeIndexer.DefaultEmbeddingGenerator);
            long alone = GC.GetTotalMemory(true) - before;
            GC.KeepAlive(index);
            return string.Create(CultureInfo.InvariantCulture, $"| {Path.GetFileName(folder)} | {files} | {units} | {edges} | {build.Processor.TotalSeconds:0.0} ({build.Clock.TotalSeconds:0.0}) | {first} | {none} | {body} | {signature} | {megabytes / 1e6:0.0} | {alone / 1e6:0.0} | {kept / 1e6:0.0} |");

            // Processor time, user and system, of the whole process: others on the machine lengthen it less than the time on the clock.
            async Task<Spent> Update(Action? edit = null)
            {
                edit?.Invoke();
                StageClock clock = new();
                Spent since = Spent.Now;
                index = await builder.UpdateAsync(index, source, clock);
                Spent spent = since.Since();
                clock.Turn();
                Console.Error.WriteLine($"{spent} ms: {clock}");
                return spent;
            }

            async Task<Spent> MedianAsync(Action edit)
            {
                List<Spent> times = [];
                for (int i = 0; i < rounds; i++)
                {
                    times.Add(await Update(edit));
                }

                return new Spent(times.Select(time => time.Processor).Order().ElementAt(rounds / 2), times.Select(time => time.Clock).Order().ElementAt(rounds / 2));
            }
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }

        // A function in the middle of the code base gets a line more, or another name.
        void Edit(CodeIndex index, string how, int round)
        {
            CodeUnit[] functions = [.. index.Units.Where(unit => unit.Kind is UnitKind.Method or UnitKind.Function && unit.Lines.Count > 4 && unit.Role == UnitRole.Implementation)];
            CodeUnit unit = functions[(functions.Length / 2) + round + Random.Shared.Next(functions.Length / 4)];
            string path = Path.Combine(copy, unit.Path);
            string[] lines = File.ReadAllLines(path);
            if (how.Length == 0)
            {
                int middle = (unit.Lines.Start + unit.Lines.End) / 2;
                lines[middle] += " ";
            }
            else
            {
                int at = Array.FindIndex(lines, unit.Lines.Start - 1, line => line.Contains(unit.Name, StringComparison.Ordinal));
                lines[at] = lines[at].Replace(unit.Name, unit.Name + "X", StringComparison.Ordinal);
            }

            File.WriteAllLines(path, lines);
        }
    }

    /// <summary>Time of the processor, user and system, and on the clock.</summary>
    private readonly record struct Spent(TimeSpan Processor, TimeSpan Clock)
    {
        public static Spent Now => new(Environment.CpuUsage.TotalTime, Stopwatch.GetElapsedTime(0));

        public Spent Since() => new(Now.Processor - Processor, Now.Clock - Clock);

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Processor.TotalMilliseconds:0} ({Clock.TotalMilliseconds:0})");
    }

    private static void Copy(string from, string to)
    {
        foreach (string path in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, path));
            if (!target.Contains("/.git/", StringComparison.Ordinal) && !target.Contains("/obj/", StringComparison.Ordinal) && !target.Contains("/bin/", StringComparison.Ordinal))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                if (!File.Exists(path))
                {
                    continue;
                }

                File.Copy(path, target);
                File.SetLastWriteTimeUtc(target, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
            }
        }
    }
}
