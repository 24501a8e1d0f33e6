using System.Diagnostics;
using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>Merging many saved indexes, and searching over them as one.</summary>
internal static class MergeSpeed
{
    public const string Help = "FOLDER... [--repositories 100] [--queries 200]: each folder is indexed, saved and loaded; copies of these indexes under different names are merged into one, which is asked the first sentences of documentation, saved and loaded";

    private const int Warm = 20;

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
        TimeSpan warm = default;
        foreach (string query in asked.Take(Warm).Concat(asked))
        {
            warm = times.Count == Warm ? Environment.CpuUsage.TotalTime : warm;
            long before = Stopwatch.GetTimestamp();
            await merged.SearchAsync(query);
            times.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
        }

        double cpu = (Environment.CpuUsage.TotalTime - warm).TotalMilliseconds / asked.Length;
        double[] measured = [.. times.Skip(Warm).Order()];
        string path = Path.GetTempFileName();
        await merged.SaveAsync(path);
        (int units, int edges) = (merged.Units.Count, merged.Graph.Edges.Count);
        (merged, documented) = (null!, []);
        (long length, long text) = LengthsOf(path);
        started = Stopwatch.GetTimestamp();
        TimeSpan used = Environment.CpuUsage.TotalTime;
        GC.KeepAlive(await CodeIndexer.LoadAsync(path));
        double load = Stopwatch.GetElapsedTime(started).TotalSeconds, processor = (Environment.CpuUsage.TotalTime - used).TotalSeconds;
        File.Delete(path);
        Console.WriteLine("| repositories | units | edges | merged in s | alive MB | query p50 ms | p90 ms | query mean, processor ms | saved MB | bytes a unit beyond its text | loaded in s | processor s |\n|-|-|-|-|-|-|-|-|-|-|-|-|");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {repositories} | {units} | {edges} | {seconds:0.0} | {alive / 1e6:0} | {measured[measured.Length / 2]:0.0} | {measured[measured.Length * 9 / 10]:0.0} | {cpu:0.0} | {length / 1e6:0.0} | {(double)(length - text) / units:0} | {load:0.0} | {processor:0.0} |"));
        return 0;
    }

    // Of the file, and of the text in it. A section is its number, its length, its content and a checksum.
    private static (long File, long Text) LengthsOf(string path)
    {
        using BinaryReader reader = new(File.OpenRead(path));
        reader.BaseStream.Position = SnapshotFormat.Magic.Length + sizeof(int);
        long text = 0;
        while (reader.BaseStream.Position < reader.BaseStream.Length)
        {
            SnapshotSection section = (SnapshotSection)reader.ReadInt32();
            long length = reader.ReadInt64();
            text += section == SnapshotSection.StringText ? length : 0;
            reader.BaseStream.Position += length + sizeof(uint);
        }

        return (reader.BaseStream.Length, text);
    }
}
