namespace StructIndex.Tests;

public sealed class HclNameTests
{
    [Fact]
    public async Task A_name_is_looked_for_in_its_kind_of_block_and_in_its_own_folder()
    {
        MemorySource source = new(
        [
            new SourceFile("a/main.tf", "resource \"aws_vpc\" \"main\" {\n  name = var.name\n}\noutput \"main\" {\n  value = aws_vpc.main.id\n}\n"),
            new SourceFile("a/variables.tf", "variable \"name\" {}\n"),
            new SourceFile("b/variables.tf", "variable \"name\" {}\nvariable \"main\" {}\n"),
        ]);
        CodeIndex index = await new CodeIndexBuilder(new CodeIndexOptions { Parsers = [new TreeSitterParser()] }).BuildAsync(source, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(
            ["aws_vpc.main References variable.name a/variables.tf Scoped", "output.main References aws_vpc.main a/main.tf Scoped"],
            index.Graph.Edges.Select(edge => $"{edge.From.QualifiedName} {edge.Kind} {edge.To.QualifiedName} {edge.To.Path} {edge.Certainty}").Order(StringComparer.Ordinal));
    }
}
