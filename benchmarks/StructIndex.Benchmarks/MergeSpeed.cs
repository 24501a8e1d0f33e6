using System.Diagnostics;
using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>Merging many saved indexes, and searching over them as one.</summary>
internal static class MergeSpeed
{
    public const string Help = "FOLDER... [--repositories 100] [--queries 200]: each folder is indexed, saved and loaded; copies of these indexes under different names are merged into one, which is asked the first sentences of documentation";

    public static async Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        int repositories = options.Number("repositories", 100), queries = options.Number("queries", 200);
        List<CodeIndex> saved = [];
        foreach (string folder in options.Rest)
        {
            string file = Path.GetTempFileName();
            await (await CodeIndexer.IndexDirectoryAsync(folder)).SaveAsync(file);
            saved.Add(await CodeIndexer.LoadAsync(file));
            File.Delete(file);
        }

        long started = Stopwatch.GetTimestamp();
        CodeIndex merged = await CodeIndex.MergeAsync(Enumerable.Range(0, repositories).Select(i => (string.Create(CultureInfo.InvariantCulture, $"repository{i:000}"), saved[i % saved.Count])));
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        saved.Clear();
        long alive = GC.GetTotalMemory(forceFullCollection: true);

        CodeUnit[] documented = [.. merged.Units.Where(unit => unit.Documentation.Length is > 30 and < 200)];
        string[] asked = [.. Enumerable.Range(0, queries).Select(i => documented[(int)((long)i * documented.Length / queries)].Documentation)];
        List<double> times = [];
        foreach (string query in asked.Take(20).Concat(asked))
        {
            long before = Stopwatch.GetTimestamp();
            await merged.SearchAsync(query);
            times.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
        }

        double[] measured = [.. times.Skip(20).Order()];
        Console.WriteLine("| repositories | units | edges | merged in s | alive MB | query p50 ms | p90 ms |\n|-|-|-|-|-|-|-|");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {repositories} | {merged.Units.Count} | {merged.Graph.Edges.Count} | {seconds:0.0} | {alive / 1e6:0} | {measured[measured.Length / 2]:0.0} | {measured[measured.Length * 9 / 10]:0.0} |"));
        return 0;
    }
}
