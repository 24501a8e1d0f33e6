using System.Diagnostics;
using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>How long questions to a large graph take, and what edges cost beside parsing.</summary>
internal static class GraphSpeed
{
    public const string Help = "callers of one unit in a graph of 500,000 edges beside a scan of all edges; of FOLDER.. the processor time of edges beside that of parsing";

    private const int Units = 100_000;
    private const int Edges = 500_000;
    private const int Questions = 2_000;
    private const int Rounds = 3;

    public static async Task<int> RunAsync(string[] arguments)
    {
        Callers();
        foreach (string folder in arguments)
        {
            await FolderAsync(folder);
        }

        return 0;
    }

    private static void Callers()
    {
        CodeGraph graph = RandomGraph(new Random(1));
        CodeUnit[] asked = [.. Enumerable.Range(0, Questions).Select(at => graph.Units[(int)(at * 7919L % Units)])];
        double[] callers = Milliseconds(asked, unit => graph.CallersOf(unit).Count);
        double[] dispatch = Milliseconds(asked, unit => graph.CallersOf(unit, throughDispatch: true).Count);
        double[] scan = Milliseconds(asked[..50], unit => graph.Edges.Count(edge => ReferenceEquals(edge.To, unit)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Units:N0} units, {graph.Edges.Count:N0} edges; milliseconds p50, p99"));
        foreach ((string name, double[] times) in new[] { ("callers", callers), ("callers through dispatch", dispatch), ("scan of all edges", scan) })
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-26} {times[times.Length / 2]:0.0000}  {times[times.Length * 99 / 100]:0.0000}  {times[times.Length / 2] / scan[scan.Length / 2]:0.000000} of the scan"));
        }
    }

    /// <summary>Methods of types of ten, each call to one chosen so that few are called by many.</summary>
    private static CodeGraph RandomGraph(Random random)
    {
        CodeUnit[] units = [.. Enumerable.Range(0, Units).Select(at => new CodeUnit
        {
            Id = $"u{at}", Kind = at % 10 == 0 ? UnitKind.Class : UnitKind.Method, Name = $"n{at}", Path = $"f{at / 100}.cs", Lines = new LineRange(at % 100 + 1, at % 100 + 1), Language = "csharp", Body = "",
        })];
        List<RawEdge> edges = [.. Enumerable.Range(0, Edges).Select(at => new RawEdge(random.Next(Units), (int)(Units * Math.Pow(random.NextDouble(), 3)), at % 20 == 0 ? EdgeKind.Overrides : EdgeKind.Calls, EdgeCertainty.Exact, 1))];
        int[] containing = [.. Enumerable.Range(0, Units).Select(at => at % 10 == 0 ? -1 : at - (at % 10))];
        return new CodeGraph(units, EdgeTable.Of(edges), new UnitStructure(containing, [.. Enumerable.Repeat(-1, Units)]));
    }

    private static double[] Milliseconds(CodeUnit[] asked, Func<CodeUnit, int> question)
    {
        List<double> times = [];
        for (int round = 0; round <= Rounds; round++)
        {
            foreach (CodeUnit unit in asked)
            {
                long started = Stopwatch.GetTimestamp();
                question(unit);
                if (round > 0)
                {
                    times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                }
            }
        }

        return [.. times.Order()];
    }

    private static async Task FolderAsync(string folder)
    {
        List<double> ratios = [];
        double parsing = 0, edges = 0;
        for (int round = 0; round <= Rounds; round++)
        {
            StageClock clock = new();
            CodeIndex index = await new CodeIndexBuilder(new CodeIndexOptions { Parsers = CodeIndexer.DefaultParsers }).BuildAsync(new DirectorySource(folder), clock);
            clock.Turn();
            (parsing, edges) = (clock.ProcessorOf(IndexStage.Parsing), clock.ProcessorOf(IndexStage.Binding));
            ratios.Add(edges / parsing);
            if (round == Rounds)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)),-20} {index.Graph.Edges.Count,8} edges  parsing {parsing:0.00} s, edges {edges:0.00} s; edges/parsing, median of {Rounds}: {ratios[1..].Order().ElementAt(Rounds / 2):0.00}"));
            }
        }
    }
}
