using System.Diagnostics;
using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>How fast the static model embeds the real units of a folder on one core, and how long it takes to load, and how fast a question is matched with their words.</summary>
internal static class Embed
{
    private const int Rounds = 7;

    // Small folders are embedded several times a round, so that a round takes about a second.
    private const int UnitsPerRound = 40_000;

    private const int MatchedUnits = 50;
    private const string Question = "where are expired sessions of a user removed from the cache";

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
        int tokens = (int)units.Average(u => Enum.GetValues<UnitField>().Where(f => f != UnitField.Query).Sum(f => TokensOf(model, f, u)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"load: {first:F0} ms the first time (with compilation of the code), {1000 * loads.Order().ElementAt(Rounds / 2):F1} ms again"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{units.Length} units of {characters} characters and {tokens} tokens in the mean, one thread, median of {Rounds}: {embedded / wall:F0} units/s, {embedded / processor:F0} units per processor second, {allocated / embedded:F2} bytes allocated a unit"));
        MatchWords(model, units);
        return 0;
    }

    private static int TokensOf(StaticEmbeddingModel model, UnitField field, in UnitFields fields)
    {
        FieldTokens tokens = new(model.TokenizerVersion);
        tokens.Take(field, fields, fields.Body);
        return tokens.Words.Length;
    }

    // As a search does: one question, then the words of the units nearest to it, which are read once and kept.
    private static void MatchWords(StaticEmbeddingModel model, UnitFields[] units)
    {
        int[][] words = new int[units.Length][];
        double read = Time(() =>
        {
            for (int i = 0; i < words.Length; i++)
            {
                words[i] = model.RowsOf(units[i]);
            }
        }).Processor;
        float[] scores = new float[MatchedUnits];
        int rounds = units.Length / MatchedUnits;
        double[] matched = [.. Enumerable.Range(0, Rounds).Select(_ => Time(() =>
        {
            for (int round = 0; round < rounds; round++)
            {
                WordMatch.Of(model, Question, LexicalQuery.IsStopWord).Score(words.AsSpan(round * MatchedUnits, MatchedUnits), scores);
            }
        }).Processor)];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"word match of a question with {MatchedUnits} units: {1e6 * matched.Order().ElementAt(Rounds / 2) / Math.Max(rounds, 1):F0} us, {rounds * MatchedUnits / matched.Order().ElementAt(Rounds / 2):F0} units per processor second; their words read at {units.Length / read:F0} units per processor second"));
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
