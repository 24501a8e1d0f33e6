using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>What is alive in the managed heap at every tenth of each stage of an index: collected in full each time, so the run takes longer than one of <see cref="Speed"/>.</summary>
internal static class AliveMemory
{
    public const string Help = "FOLDER: MB alive in the managed heap at every tenth of each stage of an index, and the peak of the process";

    public static async Task<int> RunAsync(string[] arguments)
    {
        Meter meter = new();
        CodeIndex index = await CodeIndexer.IndexDirectoryAsync(arguments[0], progress: meter);
        double end = Alive();
        Console.WriteLine("| stage | MB alive at each tenth | most |\n|-|-|-|");
        foreach (IGrouping<IndexStage, (IndexStage Stage, double Megabytes)> stage in meter.Seen.GroupBy(seen => seen.Stage))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {stage.Key} | {string.Join(' ', stage.Select(seen => seen.Megabytes.ToString("0", CultureInfo.InvariantCulture)))} | {stage.Max(seen => seen.Megabytes):0} |"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nThe index alone: {end:0} MB for {index.Contents.SourceLength / 1e6:0.0} million characters. Peak of the process: {PeakMemory.Megabytes():0} MB."));
        return 0;
    }

    private static double Alive() => GC.GetTotalMemory(forceFullCollection: true) / 1e6;

    private sealed class Meter : IProgress<IndexProgress>
    {
        private readonly Lock _gate = new();
        private (IndexStage Stage, int Tenth) _last = ((IndexStage)(-1), -1);

        public List<(IndexStage Stage, double Megabytes)> Seen { get; } = [];

        public void Report(IndexProgress value)
        {
            int tenth = value.Total == 0 ? 0 : 10 * value.Done / value.Total;
            lock (_gate)
            {
                if (_last.Stage != value.Stage || tenth > _last.Tenth)
                {
                    _last = (value.Stage, tenth);
                    Seen.Add((value.Stage, Alive()));
                }
            }
        }
    }
}
