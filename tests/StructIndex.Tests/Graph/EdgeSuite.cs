namespace StructIndex.Tests;

/// <summary>
/// Small programs of a language with their true edges: <c># what it shows</c>, then for each file <c>--- path</c> and its text, then a line
/// <c>&gt;&gt;&gt; from -&gt; to</c> for each call and construction.
/// </summary>
internal sealed record EdgeSuite(string Name, IReadOnlyList<(string Path, string Text)> Files, IReadOnlyList<string> Edges)
{
    public static IReadOnlyList<EdgeSuite> Read(string language)
    {
        List<EdgeSuite> programs = [];
        string text = File.ReadAllText(Path.Combine(Repository.Root, "tests", "StructIndex.Tests", "Graph", "Suites", $"{language}.txt"));
        foreach (string program in text.Split("# ", StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = program.Split("\n--- ");
            string[] edges = [.. program.Split('\n').Where(line => line.StartsWith(">>> ", StringComparison.Ordinal)).Select(line => line[4..])];
            programs.Add(new EdgeSuite(parts[0], [.. parts[1..].Select(FileOf)], edges));
        }

        return programs;
    }

    /// <summary>The calls and constructions that the graph has, as <c>from -&gt; to</c>; a constructor is its type.</summary>
    public IEnumerable<string> Found()
    {
        CodeGraph graph = Graphs.Of([.. Files]);
        return graph.Edges.Where(edge => edge.Kind is EdgeKind.Calls or EdgeKind.Constructs)
            .Select(edge => $"{NameOf(edge.From)} -> {NameOf(edge.To)}").Distinct(StringComparer.Ordinal);
    }

    /// <summary>Whether an edge is a wanted one, which may leave out the outer part of each name.</summary>
    public static bool Matches(string edge, string wanted)
    {
        string[] own = edge.Split(" -> "), named = wanted.Split(" -> ");
        return IsNamed(own[0], named[0]) && IsNamed(own[1], named[1]);

        static bool IsNamed(string whole, string end) => whole == end || whole.EndsWith($".{end}", StringComparison.Ordinal);
    }

    private static string NameOf(CodeUnit unit) => unit.Kind == UnitKind.Constructor && unit.Container.Length > 0 ? unit.Container : unit.QualifiedName;

    private static (string Path, string Text) FileOf(string part)
    {
        int line = part.IndexOf('\n', StringComparison.Ordinal);
        IEnumerable<string> lines = part[(line + 1)..].Split('\n').Where(text => !text.StartsWith(">>> ", StringComparison.Ordinal));
        return (part[..line], string.Join('\n', lines));
    }
}
