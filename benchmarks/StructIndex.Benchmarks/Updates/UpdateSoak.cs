using System.Diagnostics;
using System.Globalization;
using StructIndex.Tests;

namespace StructIndex.Benchmarks;

/// <summary>A long life of one index: many updates and searches in one process, with its memory, threads and open files at intervals.</summary>
internal static class UpdateSoak
{
    public const string Help = "[--updates 20000] [--files 60] [--report-every 1000] [--seed 1]: random changes of one code base in 13 languages, each taken over by an update of the same index; at each report the index is compared with one built anew";

    public static async Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        int updates = options.Number("updates", 20_000), files = options.Number("files", 60), every = options.Number("report-every", 1_000);
        string folder = Directory.CreateTempSubdirectory("structindex-soak-").FullName;
        try
        {
            RandomCodeBase code = new(folder, options.Number("seed", 1), files) { MaxFiles = files };
            CodeIndexBuilder builder = CodeIndexer.CreateBuilder(new CodeIndexOptions { KeepForUpdates = true });
            CodeIndex index = await builder.BuildAsync(new DirectorySource(folder));
            long started = Stopwatch.GetTimestamp();
            List<double> times = [];
            int replaced = 0;
            Console.WriteLine("| updates | new indexes | units | p50 ms | p99 ms | alive MB | resident MB | threads | open files | equal to one built anew |\n|-|-|-|-|-|-|-|-|-|-|");
            for (int done = 1; done <= updates; done++)
            {
                code.Change();
                long before = Stopwatch.GetTimestamp();
                CodeIndex updated = await builder.UpdateAsync(index, new DirectorySource(folder));
                times.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
                replaced += ReferenceEquals(updated, index) ? 0 : 1;
                index = updated;
                await index.SearchAsync("read the cache of the parser");
                if (done % every != 0)
                {
                    continue;
                }

                bool isEqual = await UpdateLaw.HashAsync(index) == await UpdateLaw.HashAsync(await CodeIndexer.IndexDirectoryAsync(folder));
                times.Sort();
                using Process process = Process.GetCurrentProcess();
                long alive = GC.GetTotalMemory(forceFullCollection: true);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {done} | {replaced} | {index.Units.Count} | {times[times.Count / 2]:0.0} | {times[times.Count * 99 / 100]:0.0} | {alive / 1e6:0.0} | {process.WorkingSet64 / 1e6:0} | {process.Threads.Count} | {process.HandleCount} | {(isEqual ? "yes" : "NO")} |"));
                times.Clear();
                if (!isEqual)
                {
                    return 1;
                }
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(started).TotalMinutes:0} min"));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
