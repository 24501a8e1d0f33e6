namespace StructIndex.Tests;

public sealed class CSharpTestEdgeTests
{
    [Theory]
    [InlineData("Fact")]
    [InlineData("Test")]
    [InlineData("TestMethod")]
    public void A_test_method_tests_what_it_calls_and_makes(string attribute)
    {
        CSharpSample sample = CSharpSample.Of(
            "public class Store { public Store(int size) { } public void Save() => Write(); void Write() { } }",
            $$"""
            class StoreTests
            {
                [{{attribute}}] public void Saves() { Store store = Make(); Run(() => store.Save()); new Store(2); }
                Store Make() => new Store(1);
                void Run(System.Action action) => action();
            }
            """);
        Assert.Equal(
            ["StoreTests.Saves Tests Store.Save Exact", "StoreTests.Saves Tests Store.Store Exact"],
            sample.Graph.Lines(EdgeKind.Tests).Order(StringComparer.Ordinal));
        Assert.Contains("StoreTests.Saves Calls Store.Save Exact", sample.Graph.Lines());
    }

    [Fact]
    public async Task What_a_test_tests_counts_as_one_use()
    {
        CodeIndexOptions options = new() { Parsers = [new CSharpParser()] };
        MemorySource source = new([CSharpSample.Source("A.cs", "class A { public static void Go() { } } class ATests { [Fact] public void Goes() => A.Go(); }")]);
        CodeIndex index = await new CodeIndexBuilder(options).BuildAsync(source, cancellationToken: TestContext.Current.CancellationToken);
        CodeUnit go = Assert.Single(index.Find("A.Go"));
        Assert.Contains(index.Graph.Edges, edge => edge.Kind == EdgeKind.Tests && edge.To == go && edge.From.Name == "Goes");
        Assert.Equal(1, index.Graph.UsersOf(index.Graph.IndexOf(go)));
        Assert.Single(index.Graph.CallersOf(go));
    }
}
