using System.Diagnostics;
using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>How fast the static model embeds the real units of a folder on one core, and how long it takes to load.</summary>
internal static class Embed
{
    private const int Rounds = 7;

    // Small folders are embedded several times a round, so that a round takes about a second.
    private const int UnitsPerRound = 40_000;

    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length != 1)
        {
            Console.Error.WriteLine("usage: embed DIRECTORY");
            return 2;
        }

        long start = Stopwatch.GetTimestamp();
        StaticEmbeddingModel model = CodeModel.Default.Model;
        double first = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        double[] loads = [.. Enumerable.Range(0, Rounds).Select(_ => Time(() => Load()).Wall)];

        UnitFields[] units = await UnitsAsync(args[0]);
        int repeats = Math.Max(1, UnitsPerRound / units.Length);
        double embedded = (double)repeats * units.Length;
        float[] vector = new float[model.Dimensions];
        long before = GC.GetAllocatedBytesForCurrentThread();
        (double Wall, double Processor)[] rounds = new (double, double)[Rounds];
        for (int round = -1; round < Rounds; round++)
        {
            before = GC.GetAllocatedBytesForCurrentThread();
            (double, double) time = Time(() =>
            {
                for (int i = 0; i < repeats * units.Length; i++)
                {
                    model.Embed(units[i % units.Length], vector);
                }
            });
            rounds[Math.Max(round, 0)] = time;
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        double wall = rounds.Select(r => r.Wall).Order().ElementAt(Rounds / 2), processor = rounds.Select(r => r.Processor).Order().ElementAt(Rounds / 2);
        int characters = (int)units.Average(u => u.Body.Length + u.Documentation.Length + u.Signature.Length);
        int tokens = (int)units.Average(u => Enum.GetValues<UnitField>().Where(f => f != UnitField.Query).Sum(f => model.TokensOf(f, u).Length));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"load: {first:F0} ms the first time (with compilation of the code), {1000 * loads.Order().ElementAt(Rounds / 2):F1} ms again"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{units.Length} units of {characters} characters and {tokens} tokens in the mean, one thread, median of {Rounds}: {embedded / wall:F0} units/s, {embedded / processor:F0} units per processor second, {allocated / embedded:F2} bytes allocated a unit"));
        return 0;
    }

    private static StaticEmbeddingModel Load() =>
        StaticEmbeddingModel.Load(typeof(CodeModel).Assembly.GetManifestResourceStream("code-model.bin")!);

    private static async Task<UnitFields[]> UnitsAsync(string directory)
    {
        DirectorySource source = new(directory);
        List<SourceFile> files = [];
        await foreach (SourceFile file in source.ReadAsync(_ => { }))
        {
            files.Add(file);
        }

        ICodeParser[] parsers = [new CSharpParser(), new TreeSitterParser()];
        List<ParsedFile> parsed = [];
        foreach (ICodeParser parser in parsers)
        {
            parsed.AddRange(parser.Parse([.. files.Where(parser.CanParse)], source.RootDirectory, null).Files);
        }

        return [.. UnitAssembler.Assemble([.. parsed.OrderBy(p => p.Source.Path, StringComparer.Ordinal)], default).Units.Select(UnitFields.Of)];
    }

    private static (double Wall, double Processor) Time(Action run)
    {
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        run();
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds);
    }
}
