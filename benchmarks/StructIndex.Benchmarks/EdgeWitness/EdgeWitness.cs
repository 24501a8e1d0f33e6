using System.Globalization;
using System.Text;

namespace StructIndex.Benchmarks;

/// <summary>Holds the call graph of languages other than C# against their compilers.</summary>
internal static class EdgeWitness
{
    public const string Help = "hold calls against a compiler: LANGUAGE (c, cpp, go, java, python, python-run, rust, typescript) FOLDER... [--list N] [--out FILE.md]; needs gcc, libclang for python3, Go, a JDK, rustdoc, node with npm (python3 too), or pytest and a folder's tests";

    public static async Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        string language = options.Rest[0];
        if (WitnessPrograms.Missing(language) is { } missing)
        {
            Console.WriteLine($"{language}: skipped, `{missing}` does not run here");
            return 0;
        }

        int list = int.Parse(options.Find("list") ?? "0", CultureInfo.InvariantCulture);
        StringBuilder report = new("| folder | edges of the compiler | ours | not known to it | scoped: precision | name only | candidate | all: precision | recall |\n|-|-:|-:|-:|-|-|-|-|-|\n");
        foreach (string folder in options.Rest.Skip(1).Select(Path.GetFullPath))
        {
            IReadOnlyList<WitnessCall> calls = WitnessPrograms.All[language](folder);
            CodeIndex index = await new CodeIndexBuilder(new CodeIndexOptions { Parsers = CodeIndexer.DefaultParsers }).BuildAsync(new DirectorySource(folder));
            report.Append(Compare(Path.GetFileName(folder), index, calls, list));
        }

        Console.Write(report);
        if (options.Find("out") is { } file)
        {
            await File.WriteAllTextAsync(file, report.ToString());
        }

        return 0;
    }

    private static string Compare(string name, CodeIndex index, IReadOnlyList<WitnessCall> calls, int list)
    {
        WitnessUnits units = new(index);
        Dictionary<(CodeUnit From, CodeUnit To), WitnessCall> known = [];
        HashSet<(CodeUnit From, string Name)> unknown = [];
        HashSet<(string Path, int Line)> unknownLines = [];
        ILookup<(string, int), string> names = calls.ToLookup(call => (call.Path, call.Line), call => call.Name);
        foreach (WitnessCall call in calls.Where(call => call.Line > 0))
        {
            if (units.At(call.Path, call.Line) is { } from)
            {
                CodeUnit? to = call.To is null ? null : units.Of(call.To);
                if (to is null)
                {
                    unknown.Add((from, call.Name));
                    unknownLines.Add((call.Path, call.Line));
                }
                else if (units.Normal(to) is var target && !ReferenceEquals(from, target))
                {
                    known.TryAdd((from, target), call);
                }
            }
        }

        HashSet<string> read = [.. calls.Where(call => call.Line == 0).Select(call => call.Path)];
        Dictionary<(CodeUnit From, CodeUnit To), CodeEdge> ours = [];
        foreach (CodeEdge edge in index.Graph.Edges.Where(edge => edge.Kind is EdgeKind.Calls or EdgeKind.Constructs && read.Contains(edge.From.Path) && read.Contains(edge.To.Path)).OrderBy(edge => edge.Certainty))
        {
            CodeUnit to = units.Normal(edge.To);
            if (!ReferenceEquals(edge.From, to))
            {
                ours.TryAdd((edge.From, to), edge);
            }
        }

        int all = ours.Count;
        ILookup<CodeUnit, (CodeUnit From, CodeUnit To)> callees = known.Keys.ToLookup(edge => edge.From);
        foreach (var edge in ours.Where(edge => !known.ContainsKey(edge.Key)).ToArray())
        {
            if (callees[edge.Key.From].FirstOrDefault(one => WitnessUnits.AreOneFunction(one.To, edge.Key.To) && !ours.ContainsKey(one)) is { To: not null } same)
            {
                ours.Remove(edge.Key);
                ours.Add(same, edge.Value);
            }
        }

        // A function that is handed on as a value is called by another name than its own, by which the compiler binds nothing.
        bool IsValue(CodeEdge edge) => unknownLines.Contains((edge.From.Path, edge.Line)) && !names[(edge.From.Path, edge.Line)].Contains(edge.To.Kind == UnitKind.Constructor ? edge.To.Container.Split('.')[^1] : edge.To.Name);
        foreach (var unsaid in ours.Where(edge => !known.ContainsKey(edge.Key) && (unknown.Contains((edge.Key.From, edge.Key.To.Name)) || unknown.Contains((edge.Key.From, edge.Value.To.Name)) || IsValue(edge.Value))).ToArray())
        {
            ours.Remove(unsaid.Key);
        }

        List(list, ours.Where(edge => !known.ContainsKey(edge.Key)).Select(edge => $"wrong: {edge.Value.Certainty}: {edge.Key.From.Path}:{edge.Value.Line} {edge.Key.From.QualifiedName} -> {edge.Value.To.Id}"));
        List(list, known.Where(edge => !ours.ContainsKey(edge.Key)).Select(edge => $"missing: {edge.Value.Path}:{edge.Value.Line} {edge.Key.From.QualifiedName} -> {edge.Key.To.Id}"));
        string precisions = string.Join(" | ", new[] { EdgeCertainty.Scoped, EdgeCertainty.NameOnly, EdgeCertainty.Candidate }.Select(certainty => Precision(ours.Where(edge => edge.Value.Certainty == certainty).Select(edge => edge.Key))));
        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {known.Count} | {all} | {all - ours.Count} | {precisions} | {Precision(ours.Keys)} | {(double)known.Keys.Count(ours.ContainsKey) / known.Count:.000} |\n");

        string Precision(IEnumerable<(CodeUnit, CodeUnit)> edges)
        {
            (CodeUnit, CodeUnit)[] some = [.. edges];
            return some.Length == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{(double)some.Count(known.ContainsKey) / some.Length:.000} of {some.Length}");
        }
    }

    /// <summary>Prints some of many lines, spread evenly.</summary>
    private static void List(int count, IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        for (int at = 0; at < Math.Min(count, all.Length); at++)
        {
            Console.WriteLine(all[at * (long)all.Length / Math.Min(count, all.Length)]);
        }
    }
}
