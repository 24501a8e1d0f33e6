namespace StructIndex.Tests;

/// <summary>Data flows one way. The check reads our own source with our own parser and compiler-bound edges.</summary>
public class LayeringTests
{
    private const string Core = "StructIndex.Core/";
    private static readonly string[] s_order = ["Failures", "Text", "Sources", "Parsing", "Units", "Graph", "Storage", "Embedding", "Search", "Context", ""];
    private static readonly Dictionary<string, string[]> s_mayReference = new(StringComparer.Ordinal)
    {
        ["StructIndex.Core"] = [],
        ["StructIndex.Evaluation"] = ["StructIndex.Core"],
        ["StructIndex.CSharp"] = ["StructIndex.Core"],
        ["StructIndex.TreeSitter"] = ["StructIndex.Core"],
        ["StructIndex"] = ["StructIndex.Core", "StructIndex.CSharp", "StructIndex.TreeSitter"],
        ["StructIndex.Hosting"] = ["StructIndex.Core", "StructIndex"],
        ["StructIndex.Mcp"] = ["StructIndex.Core", "StructIndex.Hosting"],
        ["StructIndex.Onnx"] = ["StructIndex.Core"],
        ["StructIndex.Training"] = ["StructIndex.Core"],
        ["StructIndex.Tool"] = ["StructIndex.Core", "StructIndex.CSharp", "StructIndex.TreeSitter", "StructIndex", "StructIndex.Onnx", "StructIndex.Training", "StructIndex.Evaluation", "StructIndex.Hosting", "StructIndex.Mcp"],
    };

    [Fact]
    public async Task No_edge_of_our_own_source_points_against_the_flow()
    {
        CodeIndex index = await IndexSourceAsync();
        string[] wrong = [.. index.Graph.Edges.Where(edge => edge.Certainty is not (EdgeCertainty.NameOnly or EdgeCertainty.Candidate)).Where(PointsBack).Select(edge => $"{edge.From.Path}:{edge.Line} {edge.From.QualifiedName} -> {edge.To.QualifiedName} ({edge.To.Path})").Distinct()];
        Assert.Empty(wrong);
        Assert.True(index.Graph.Edges.Count(edge => edge.From.Path.StartsWith(Core, StringComparison.Ordinal)) > 500, "the check has too few edges to mean anything");
    }

    [Fact]
    public async Task Every_folder_of_the_core_has_its_place_in_the_order()
    {
        CodeIndex index = await IndexSourceAsync();
        string[] folders = [.. index.Units.Where(unit => unit.Language == "csharp" && unit.Path.StartsWith(Core, StringComparison.Ordinal)).Select(unit => FolderOf(unit.Path)).Distinct().Except(s_order)];
        Assert.Empty(folders);
    }

    private static Task<CodeIndex> IndexSourceAsync() => new CodeIndexBuilder(new CodeIndexOptions { Parsers = CodeIndexer.DefaultParsers }).BuildAsync(
        new DirectorySource(Path.Combine(Repository.Root, "src"), new SourceOptions { Include = ["**/*.cs"] }),
        cancellationToken: TestContext.Current.CancellationToken);

    private static bool PointsBack(CodeEdge edge)
    {
        string from = edge.From.Path.Split('/')[0], to = edge.To.Path.Split('/')[0];
        if (from != to)
        {
            return !s_mayReference[from].Contains(to);
        }

        return from + "/" == Core && Array.IndexOf(s_order, FolderOf(edge.From.Path)) < Array.IndexOf(s_order, FolderOf(edge.To.Path));
    }

    private static string FolderOf(string path)
    {
        string[] parts = path[Core.Length..].Split('/');
        return parts.Length > 1 ? parts[0] : "";
    }
}
