namespace StructIndex.Tests;

/// <summary>Data flows one way. The check reads our own source with our own parser and compiler-bound edges, and the layers from <c>src/layers.json</c>.</summary>
public class LayeringTests
{
    [Fact]
    public async Task No_edge_of_our_own_source_points_against_the_layers()
    {
        string source = Path.Combine(Repository.Root, "src");
        CodeIndex index = await new CodeIndexBuilder(new CodeIndexOptions { Parsers = CodeIndexer.DefaultParsers }).BuildAsync(
            new DirectorySource(source, new SourceOptions { Include = ["**/*.cs"] }), cancellationToken: TestContext.Current.CancellationToken);
        LayerRules rules = LayerRules.Parse(await File.ReadAllTextAsync(Path.Combine(source, "layers.json"), TestContext.Current.CancellationToken));
        Assert.Empty(index.Graph.CheckLayers(rules).Select(violation => $"{violation.From} -> {violation.To ?? "(no place)"}: {violation.Edge?.From.Path}:{violation.Edge?.Line} {violation.Edge?.From.QualifiedName} {violation.Edge?.To.QualifiedName}"));
        Assert.True(index.Graph.Edges.Count(edge => edge.From.Path.StartsWith("StructIndex.Core/", StringComparison.Ordinal)) > 500, "the check has too few edges to mean anything");
    }
}
