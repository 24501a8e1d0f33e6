using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace StructIndex.Benchmarks;

/// <summary>
/// The direct calls of C code, as <c>gcc -fcallgraph-info</c> writes them. Each file is compiled alone, with every folder that has headers
/// on the path; a file that does not compile so is left out. Not known to it are macros, what stands in branches of the preprocessor that
/// were not compiled, calls that macros write, and those that mean another function in each program (a header that calls what its includer
/// defines).
/// </summary>
internal static partial class GccCallGraph
{
    public static IReadOnlyList<WitnessCall> Read(string folder)
    {
        string work = Directory.CreateTempSubdirectory("edge-witness-").FullName;
        string[] files = [.. Directory.EnumerateFiles(folder, "*.c", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        string[] includes = [.. Directory.EnumerateFiles(folder, "*.h", SearchOption.AllDirectories).Select(header => Path.GetDirectoryName(header)!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(path => $"-I{path}")];
        List<Graph> graphs = [];
        foreach (string file in files)
        {
            string output = Path.Combine(work, $"{graphs.Count}.o");
            if (Gcc(["-c", "-O0", "-fno-inline", "-fcallgraph-info", .. includes, "-o", output, file]) is not null && Gcc(["-E", "-fdirectives-only", .. includes, file]) is { } preprocessed)
            {
                Graph graph = GraphOf(File.ReadLines(Path.ChangeExtension(output, ".ci")), folder);
                ReadCompiled(preprocessed, folder, graph.Compiled);
                graphs.Add(graph);
            }
        }

        Directory.Delete(work, recursive: true);
        Console.WriteLine($"{folder}: {graphs.Count} of {files.Length} files compiled");
        ILookup<string, WitnessPlace> global = graphs.SelectMany(graph => graph.Defined).ToLookup(one => one.Key, one => one.Value, StringComparer.Ordinal);
        ILookup<string, int> compiled = graphs.SelectMany(graph => graph.Compiled).Distinct().ToLookup(line => line.Path, line => line.Line, StringComparer.Ordinal);
        Dictionary<string, HashSet<int>> compiledLines = compiled.ToDictionary(file => file.Key, file => file.ToHashSet(), StringComparer.Ordinal);
        HashSet<string> macros = [.. compiledLines.SelectMany(file => MacroPattern().Matches(File.ReadAllText(Path.Combine(folder, file.Key)))).Select(macro => macro.Groups["name"].Value)];
        IEnumerable<WitnessCall> read = compiledLines.Select(file => new WitnessCall(file.Key));
        IEnumerable<WitnessCall> hidden = compiledLines.SelectMany(file => NamesIn(folder, file.Key).Where(name => !file.Value.Contains(name.Line) || macros.Contains(name.Name)));
        ILookup<(string, int), string> written = compiledLines.SelectMany(file => NamesIn(folder, file.Key)).ToLookup(name => (name.Path, name.Line), name => name.Name);
        IEnumerable<WitnessCall> calls = graphs.SelectMany(graph => CallsOf(graph, global)).Select(call => Written(call, written)).OfType<WitnessCall>().GroupBy(call => (call.Path, call.Line, call.Name))
            .Select(same => same.DistinctBy(call => call.To).Count() == 1 ? same.First() : same.First() with { To = null });
        return [.. read, .. hidden, .. calls];
    }

    /// <summary>The call on the line that its name is on: the compiler gives arguments on lines of their own to another line of the call around them.</summary>
    private static WitnessCall? Written(WitnessCall call, ILookup<(string, int), string> written)
    {
        const int MaxLines = 12;
        return Enumerable.Range(0, MaxLines).SelectMany(lines => (int[])[call.Line + lines, call.Line - lines]).Cast<int?>().FirstOrDefault(line => written[(call.Path, line!.Value)].Contains(call.Name)) is { } at ? call with { Line = at } : null;
    }

    /// <summary>Runs the compiler; null where it ends with an error.</summary>
    private static string? Gcc(string[] arguments)
    {
        ProcessStartInfo start = new("gcc", [.. arguments, "-w", "-D_GNU_SOURCE"]) { RedirectStandardError = true, RedirectStandardOutput = true };
        using Process gcc = Process.Start(start)!;
        Task<string> problems = gcc.StandardError.ReadToEndAsync();
        string output = gcc.StandardOutput.ReadToEnd();
        problems.GetAwaiter().GetResult();
        gcc.WaitForExit();
        return gcc.ExitCode == 0 ? output : null;
    }

    /// <summary>The lines of the folder that the preprocessor let through, which writes before each stretch where it is from.</summary>
    private static void ReadCompiled(string output, string folder, HashSet<(string Path, int Line)> compiled)
    {
        string? path = null;
        int number = 0;
        foreach (string line in output.Split('\n'))
        {
            if (MarkerPattern().Match(line) is { Success: true } marker)
            {
                (path, number) = (Inside(folder, marker.Groups["path"].Value), Number(marker));
                continue;
            }

            if (path is not null && !string.IsNullOrWhiteSpace(line))
            {
                compiled.Add((path, number));
            }

            number++;
        }
    }

    /// <summary>The names before a parenthesis in a file, as calls of what is not known.</summary>
    private static IEnumerable<WitnessCall> NamesIn(string folder, string path) =>
        File.ReadLines(Path.Combine(folder, path)).Index().SelectMany(line => NamePattern().Matches(line.Item).Select(name => new WitnessCall(path, line.Index + 1, name.Value)));

    private static IEnumerable<WitnessCall> CallsOf(Graph graph, ILookup<string, WitnessPlace> global)
    {
        foreach ((string target, string path, int line) in graph.Calls)
        {
            string name = target[(target.LastIndexOf(':') + 1)..];
            if (graph.Defined.TryGetValue(target, out WitnessPlace? own))
            {
                yield return new WitnessCall(path, line, name, own);
            }
            else if (global[target].Distinct().ToArray() is { Length: > 0 } elsewhere)
            {
                // Of definitions in several files the linker chooses, which is not asked.
                yield return new WitnessCall(path, line, name, elsewhere.Length == 1 ? elsewhere[0] : null);
            }
            else if (graph.Declared.Contains(target))
            {
                // Declared in the folder, and defined in a file that was left out.
                yield return new WitnessCall(path, line, name);
            }
        }
    }

    private static Graph GraphOf(IEnumerable<string> lines, string folder)
    {
        Graph graph = new([], new Dictionary<string, WitnessPlace>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), []);
        foreach (string line in lines)
        {
            if (NodePattern().Match(line) is { Success: true } node && Inside(folder, node.Groups["path"].Value) is { } file)
            {
                string title = node.Groups["title"].Value;
                if (line.Contains("ellipse", StringComparison.Ordinal))
                {
                    graph.Declared.Add(title);
                }
                else
                {
                    graph.Defined[title] = new WitnessPlace(file, Number(node), node.Groups["name"].Value);
                }
            }
            else if (EdgePattern().Match(line) is { Success: true } edge && Inside(folder, edge.Groups["path"].Value) is { } caller)
            {
                graph.Calls.Add((edge.Groups["to"].Value, caller, Number(edge)));
            }
        }

        return graph;
    }

    private static int Number(Match match) => int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture);

    private static string? Inside(string folder, string path) =>
        Path.GetRelativePath(folder, Path.GetFullPath(path)) is var relative && !relative.StartsWith("..", StringComparison.Ordinal) ? relative.Replace('\\', '/') : null;

    [GeneratedRegex("""^node: \{ title: "(?<title>[^"]*)" label: "(?<name>[^"\\]*)\\n(?<path>[^"\\]*):(?<line>\d+):\d+""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NodePattern();

    [GeneratedRegex("""^edge: \{ sourcename: "[^"]*" targetname: "(?<to>[^"]*)" label: "(?<path>[^"]*):(?<line>\d+):\d+" """, RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EdgePattern();

    [GeneratedRegex("""^# (?<line>\d+) "(?<path>[^"]*)" """, RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MarkerPattern();

    [GeneratedRegex("""^[ \t]*#[ \t]*define[ \t]+(?<name>\w+)\(""", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex MacroPattern();

    [GeneratedRegex("""[A-Za-z_]\w*(?=\s*\()""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamePattern();

    private sealed record Graph(HashSet<(string Path, int Line)> Compiled, Dictionary<string, WitnessPlace> Defined, HashSet<string> Declared, List<(string Target, string Path, int Line)> Calls);
}
