namespace StructIndex.Tests;

public class GraphQuestionTests
{
    [Theory]
    [InlineData("what calls Store.Save?", "Callers Store.Save")]
    [InlineData("Who calls the method `save`", "Callers save")]
    [InlineData("which functions use parse_header()", "Callers parse_header")]
    [InlineData("callers of RetryPolicy", "Callers RetryPolicy")]
    [InlineData("where is Foo::bar called", "Callers Foo::bar")]
    [InlineData("What does Store.Save call?", "Callees Store.Save")]
    [InlineData("implementations of IStore", "Implementations IStore")]
    [InlineData("which classes implement the interface IStore", "Implementations IStore")]
    [InlineData("what overrides Base#run", "Implementations Base#run")]
    [InlineData("tests of Store.Save", "Tests Store.Save")]
    [InlineData("which tests cover parse_header", "Tests parse_header")]
    [InlineData("what calls save", "")]
    [InlineData("what calls the database when a user logs in", "")]
    [InlineData("how does Store.Save retry", "")]
    [InlineData("tests for the parser", "")]
    [InlineData("Store.Save", "")]
    public void A_question_names_a_relation_and_a_symbol(string query, string expected) =>
        Assert.Equal(expected, GraphQuestion.Of(query) is { } question ? $"{question.Relation} {question.Symbol}" : "");

    [Fact]
    public async Task The_graph_answers_with_all_that_stand_in_the_relation()
    {
        MemorySource source = new([
            new SourceFile("store.py", "class Store:\n    def save(self):\n        pass\n\nclass FileStore(Store):\n    def save(self):\n        pass\n\ndef keep(store: Store):\n    store.save()\n\ndef other():\n    pass\n"),
            new SourceFile("test_store.py", "from store import Store\n\ndef test_save():\n    s = Store()\n    s.save()\n"),
        ]);
        CodeIndex index = await new CodeIndexBuilder(new CodeIndexOptions { Parsers = CodeIndexer.DefaultParsers }).BuildAsync(source, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("keep test_save", await AskAsync("what calls Store.save?"));
        Assert.Equal("keep test_save", await AskAsync("callers of FileStore.save"));
        Assert.Equal("FileStore.save", await AskAsync("what overrides Store.save"));
        Assert.Equal("test_save", await AskAsync("tests of Store.save"));
        Assert.Equal("Store.save FileStore.save", await AskAsync("what does `keep` call"));
        SearchResult explained = await index.SearchAsync("tests of Store.save", new SearchOptions { Explain = true }, TestContext.Current.CancellationToken);
        Assert.Equal("graph:tests of Store.save", Assert.Single(Assert.Single(explained.Hits).Parts).Name);
        SearchOptions withoutTests = new() { Explain = true, Filter = new UnitFilter { PathGlobs = ["store.py"] } };
        Assert.DoesNotContain((await index.SearchAsync("tests of Store.save", withoutTests, TestContext.Current.CancellationToken)).Hits, hit => hit.Parts[0].Name.StartsWith("graph:", StringComparison.Ordinal));

        async Task<string> AskAsync(string query) =>
            string.Join(' ', (await index.SearchAsync(query, new SearchOptions { Explain = true }, TestContext.Current.CancellationToken)).Hits.Where(hit => hit.Parts[0].Name.StartsWith("graph:", StringComparison.Ordinal)).Select(hit => hit.Unit.QualifiedName));
    }
}
