using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>How long an update takes after one edit, beside the build, and what is kept in memory for it.</summary>
internal static class UpdateSpeed
{
    public const string Help = "FOLDER... [--rounds 5] [--out FILE.md]: processor times of a build and of updates of a copy of each folder, after an edit inside a body, of a signature and after none, the median of some; memory at rest";

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
            TimeSpan started = Environment.CpuUsage.TotalTime;
            CodeIndex index = await builder.BuildAsync(source);
            double build = (Environment.CpuUsage.TotalTime - started).TotalSeconds;
            await Update(() => Edit(index, "", 0));
            double first = await Update(() => Edit(index, "", 0)), none = await MedianAsync(() => { }), body = await MedianAsync(() => Edit(index, "", 1)), signature = await MedianAsync(() => Edit(index, "public", 1));
            string saved = Path.Combine(copy, "saved.index");
            await index.SaveAsync(saved);
            long megabytes = new FileInfo(saved).Length;
            long kept = GC.GetTotalMemory(true) - before;
            int units = index.Units.Count, edges = index.Graph.Edges.Count, files = index.Units.Select(unit => unit.Path).Distinct(StringComparer.Ordinal).Count();
            index = await CodeIndex.LoadAsync(saved, CodeIndexer.DefaultEmbeddingGenerator);
            long alone = GC.GetTotalMemory(true) - before;
            GC.KeepAlive(index);
            return string.Create(CultureInfo.InvariantCulture, $"| {Path.GetFileName(folder)} | {files} | {units} | {edges} | {build:0.0} | {first:0} | {none:0} | {body:0} | {signature:0} | {megabytes / 1e6:0.0} | {alone / 1e6:0.0} | {kept / 1e6:0.0} |");

            // Processor time, user and system, of the whole process: others on the machine lengthen it less than the time on the clock.
            async Task<double> Update(Action? edit = null)
            {
                edit?.Invoke();
                StageClock clock = new();
                TimeSpan since = Environment.CpuUsage.TotalTime;
                index = await builder.UpdateAsync(index, source, clock);
                double milliseconds = (Environment.CpuUsage.TotalTime - since).TotalMilliseconds;
                clock.Turn();
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0} ms: {clock}"));
                return milliseconds;
            }

            async Task<double> MedianAsync(Action edit)
            {
                List<double> times = [];
                for (int i = 0; i < rounds; i++)
                {
                    times.Add(await Update(edit));
                }

                return times.Order().ElementAt(rounds / 2);
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
