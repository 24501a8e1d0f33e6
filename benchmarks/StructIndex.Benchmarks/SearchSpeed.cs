using System.Diagnostics;
using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>
/// Time of a query (words, embedding, both legs, ranking, hits) on one thread over 10,000 and 50,000 units, and what the lexical index and a saved
/// index cost. The first round meets new words, whose neighbours in the model are looked up once; the best of all rounds leaves out what other
/// programs on the machine took, and so does the time of the processor that the process itself used. The units are those of real folders, taken again under other paths where the folders have fewer.
/// </summary>
internal static class SearchSpeed
{
    public const string Help = "FOLDER... [--queries FILE]: p50 and p95 of a query at 10,000 and 50,000 units; one query a line";

    private const int Rounds = 5;
    private const int LongTextLength = 22_000;
    private const int LongTextUnits = 60;

    public static async Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        List<CodeUnit> units = [];
        HashSet<string> names = [];
        foreach (string folder in options.Rest)
        {
            // Many roots are called src.
            string leaf = Path.GetFileName(Path.GetFullPath(folder)), name = names.Add(leaf) ? leaf : $"{leaf}-{units.Count}";
            CodeIndex index = await CodeIndexer.IndexDirectoryAsync(folder);
            units.AddRange(index.Units.Select(unit => Under(name, unit)));
        }

        if (units.Count == 0)
        {
            throw new ArgumentException("The folders hold no code: " + Help);
        }

        string[] queries = options.Find("queries") is { } file ? await File.ReadAllLinesAsync(file) : QueriesOf(units);
        Console.WriteLine("| units | files | rows | postings | lexical build ms | query p50 ms | p95 ms | processor p50 ms | p95 ms | p50 of the best of 6 | p50 of new words | 22,000 characters ms | saved MB | save ms | load ms |");
        Console.WriteLine("|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|");
        foreach (int count in (int[])[10_000, 50_000])
        {
            Console.WriteLine(await MeasureAsync(Repeat(units, count), queries));
        }

        return 0;
    }

    private static async Task<string> MeasureAsync(CodeUnit[] units, string[] queries)
    {
        StaticEmbeddingGenerator generator = CodeModel.Default;
        EmbeddedUnits embedded = await UnitEmbedder.EmbedAsync(units, _ => [], _ => [], new TextEmbedding(generator));
        long started = Stopwatch.GetTimestamp();
        LexicalIndex lexical = LexicalIndex.Build(units);
        double build = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        IndexContents contents = new()
        {
            Units = units,
            Graph = new CodeGraph(units, EdgeTable.Of([]), new UnitStructure(None(units.Length), None(units.Length))),
            Vectors = embedded.Vectors,
            RowUnits = embedded.RowUnits,
            Model = embedded.Model,
            Lexical = lexical,
        };

        Searcher searcher = new(contents, generator.Model);
        List<double> first = [], times = [], processor = [];
        double[] best = new double[queries.Length];
        Array.Fill(best, double.MaxValue);
        for (int round = 0; round <= Rounds; round++)
        {
            for (int i = 0; i < queries.Length; i++)
            {
                TimeSpan used = Environment.CpuUsage.TotalTime;
                started = Stopwatch.GetTimestamp();
                float[] vector = new float[generator.Model.Dimensions];
                generator.EmbedQuery(queries[i], vector);
                searcher.Search(ParsedQuery.Parse(queries[i]), vector, new SearchOptions { MinimumRelevance = 0 });
                double time = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
                (round == 0 ? first : times).Add(time);
                best[i] = Math.Min(best[i], time);
                if (round > 0)
                {
                    processor.Add((Environment.CpuUsage.TotalTime - used).TotalMilliseconds);
                }
            }
        }

        first.Sort();
        times.Sort();
        processor.Sort();
        Array.Sort(best);
        double ofLong = LongTextTime(searcher, generator, units);
        (double megabytes, double save, double load) = await SaveAndLoadAsync(contents);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {units.Length} | {contents.FileCount} | {embedded.RowUnits.Length} | {lexical.Units.Length} | {build:0} | {times[times.Count / 2]:0.00} | {times[times.Count * 95 / 100]:0.00} | {processor[processor.Count / 2]:0.00} | {processor[processor.Count * 95 / 100]:0.00} | {best[best.Length / 2]:0.00} | {first[first.Count / 2]:0.00} | {ofLong:0.0} | {megabytes:0.0} | {save:0} | {load:0} |");
    }

    // A title, then documentation and code in turns, as an issue has them; its words are read anew each time.
    private static double LongTextTime(Searcher searcher, StaticEmbeddingGenerator generator, CodeUnit[] units)
    {
        CodeUnit[] documented = [.. units.Where(unit => unit.Documentation.Length > 20 && unit.Body.Length > 0)];
        List<double> times = [];
        for (int text = 0; text < Rounds * Rounds; text++)
        {
            string query = string.Join("\n\n", documented.Skip(text * LongTextUnits).Take(LongTextUnits).Select(unit => $"{unit.Documentation}\n```\n{unit.Body}\n```"));
            query = query[..Math.Min(query.Length, LongTextLength)];
            long started = Stopwatch.GetTimestamp();
            ParsedQuery parsed = searcher.Read(query);
            float[] vector = new float[generator.Model.Dimensions];
            generator.EmbedQuery(parsed.Essence, vector);
            searcher.Search(parsed, vector, new SearchOptions { MinimumRelevance = 0 });
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        times.Sort();
        return times[times.Count / 2];
    }

    private static async Task<(double Megabytes, double Save, double Load)> SaveAndLoadAsync(IndexContents contents)
    {
        string path = Path.GetTempFileName();
        try
        {
            long started = Stopwatch.GetTimestamp();
            await IndexSnapshot.SaveAsync(contents, path);
            double save = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            started = Stopwatch.GetTimestamp();
            await IndexSnapshot.LoadAsync(path);
            return (new FileInfo(path).Length / 1e6, save, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        finally
        {
            File.Delete(path);
        }
    }

    // Questions of the length that people ask: the first words of what the code says of itself.
    private static string[] QueriesOf(List<CodeUnit> units) => [.. units
        .Where(unit => unit.Documentation.Length is > 20 and < 200)
        .Where((_, i) => i % 7 == 0)
        .Take(200)
        .Select(unit => string.Join(' ', unit.Documentation.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(10)))];

    private static CodeUnit[] Repeat(List<CodeUnit> units, int count)
    {
        CodeUnit[] repeated = new CodeUnit[count];
        for (int i = 0; i < count; i++)
        {
            int round = i / units.Count;
            repeated[i] = round == 0 ? units[i] : Under($"copy{round}", units[i % units.Count]);
        }

        return repeated;
    }

    private static CodeUnit Under(string folder, CodeUnit unit) => new()
    {
        Id = $"{folder}/{unit.Id}",
        Kind = unit.Kind,
        Name = unit.Name,
        Container = unit.Container,
        Signature = unit.Signature,
        Documentation = unit.Documentation,
        Attributes = unit.Attributes,
        Path = $"{folder}/{unit.Path}",
        Lines = unit.Lines,
        Language = unit.Language,
        Role = unit.Role,
        IsPublic = unit.IsPublic,
        Body = unit.Body,
        Pieces = unit.Pieces,
    };

    private static int[] None(int count) => [.. Enumerable.Repeat(-1, count)];
}
