namespace StructIndex.Tests;

/// <summary>Graphs of small sources, by the real parsers.</summary>
internal static class Graphs
{
    private static readonly TreeSitterParser s_parser = new();

    public static CodeGraph Of(params (string Path, string Text)[] files)
    {
        SourceFile[] sources = [.. files.Select(file => new SourceFile(file.Path, file.Text.ReplaceLineEndings("\n"))).OrderBy(file => file.Path, StringComparer.Ordinal)];
        return GraphBuilder.Build(UnitAssembler.Assemble(s_parser.Parse(sources, rootDirectory: null, onParsed: null).Files), []);
    }

    /// <summary>The edges as <c>from kind to certainty</c>, in the graph's order.</summary>
    public static string[] Lines(this CodeGraph graph, EdgeKind? kind = null) =>
        [.. graph.Edges.Where(edge => kind is null || edge.Kind == kind).Select(edge => $"{edge.From.QualifiedName} {edge.Kind} {edge.To.QualifiedName} {edge.Certainty}")];

    public static CodeUnit One(this CodeGraph graph, string symbol) => Assert.Single(graph.Find(symbol));
}
