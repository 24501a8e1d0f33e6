using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace StructIndex.Benchmarks;

/// <summary>
/// The direct calls of C code, as <c>gcc -fcallgraph-info</c> writes them. Each file is compiled alone, with every folder that has headers
/// on the path; a file that does not compile so is left out.
/// </summary>
internal static partial class GccCallGraph
{
    public static IReadOnlyList<WitnessCall> Read(string folder)
    {
        string work = Directory.CreateTempSubdirectory("edge-witness-").FullName;
        string[] files = [.. Directory.EnumerateFiles(folder, "*.c", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        string[] includes = [.. Directory.EnumerateFiles(folder, "*.h", SearchOption.AllDirectories).Select(header => Path.GetDirectoryName(header)!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(path => $"-idirafter{path}")];
        List<Graph> graphs = [];
        foreach (string file in files)
        {
            string output = Path.Combine(work, $"{graphs.Count}.o");
            string[] arguments = ["-c", "-O0", "-w", "-D_GNU_SOURCE", "-fcallgraph-info", .. includes, "-o", output, file];
            using Process gcc = Process.Start(new ProcessStartInfo("gcc", arguments) { RedirectStandardError = true })!;
            gcc.StandardError.ReadToEnd();
            gcc.WaitForExit();
            if (gcc.ExitCode == 0)
            {
                graphs.Add(GraphOf(File.ReadLines(Path.ChangeExtension(output, ".ci")), folder, Path.GetRelativePath(folder, file)));
            }
        }

        Directory.Delete(work, recursive: true);
        Console.WriteLine($"{folder}: {graphs.Count} of {files.Length} files compiled");
        ILookup<string, WitnessPlace> global = graphs.SelectMany(graph => graph.Defined).ToLookup(one => one.Key, one => one.Value, StringComparer.Ordinal);
        return [.. graphs.SelectMany(graph => CallsOf(graph, global))];
    }

    private static IEnumerable<WitnessCall> CallsOf(Graph graph, ILookup<string, WitnessPlace> global)
    {
        yield return new WitnessCall(graph.Path);
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

    private static Graph GraphOf(IEnumerable<string> lines, string folder, string path)
    {
        Graph graph = new(path, new Dictionary<string, WitnessPlace>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), []);
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

    private sealed record Graph(string Path, Dictionary<string, WitnessPlace> Defined, HashSet<string> Declared, List<(string Target, string Path, int Line)> Calls);
}
