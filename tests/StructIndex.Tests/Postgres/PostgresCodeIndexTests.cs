using Microsoft.Extensions.AI;

namespace StructIndex.Tests;

/// <summary>A branch in a real PostgreSQL answers as the index that was pushed.</summary>
[Trait("Category", "Slow")]
public class PostgresCodeIndexTests(PushedCore server) : IClassFixture<PushedCore>
{
    private static readonly string[] s_questions =
    [
        "where are tokens of a query looked up in the posting lists?",
        "save an index to a file", "fuse both retrievers", "IndexSnapshot", "CodeGraph.CallersOf", "what calls LexicalIndex.Score", "implementations of ISourceProvider",
        "Storage/Vectors/VectorStore.cs", "retyr with backoff", "how is the relevance of a hit computed when there are no vectors",
        "The store's rows have {store.Dimensions} components", "tests of DirectorySource", "reads git ignore rules", "which file walks a folder", "boil the pasta for nine minutes",
        "Fix the order of equal files", "ISourceProvider", "what does Searcher.Search call?",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_are_those_of_the_index()
    {
        (CodeIndex index, PostgresCodeIndex branch) = await server.CoreAsync();
        Assert.Equal(index.Units.Count, branch.UnitCount);
        foreach (string question in s_questions)
        {
            SearchResult expected = await index.SearchAsync(question, cancellationToken: Token), found = await branch.SearchAsync(question, cancellationToken: Token);
            Assert.Equal(Describe(expected), Describe(found));
            Assert.Equal(expected.Relevance, found.Relevance, 1e-3);
            Assert.All(expected.Hits.Zip(found.Hits), pair => Assert.Equal(pair.First.Relevance, pair.Second.Relevance, 2e-3));
        }
    }

    [Fact]
    public async Task Filters_are_those_of_the_index()
    {
        (CodeIndex index, PostgresCodeIndex branch) = await server.CoreAsync();
        UnitFilter[] filters =
        [
            new() { PathGlobs = ["Search/**"] }, new() { PathGlobs = ["nowhere/**"] }, new() { Kinds = [UnitKind.Interface] }, new() { Languages = ["C#"], PathGlobs = ["Storage/**/*.cs"] },
        ];
        foreach (UnitFilter filter in filters)
        {
            SearchOptions options = new() { Filter = filter, MinimumRelevance = 0, Limit = 5 };
            SearchResult expected = await index.SearchAsync("read the files of a folder", options, Token), found = await branch.SearchAsync("read the files of a folder", options, Token);
            Assert.Equal(expected.Hits.Select(hit => hit.Unit.Id), found.Hits.Select(hit => hit.Unit.Id));
        }

        // Asked about the best units alone, so what stands below the first may come in another order than in memory.
        SearchOptions whole = new() { Filter = new UnitFilter { Where = unit => unit.IsPublic == true }, MinimumRelevance = 0, Limit = 5 };
        SearchResult inMemory = await index.SearchAsync("read the files of a folder", whole, Token), asked = await branch.SearchAsync("read the files of a folder", whole, Token);
        Assert.Equal(inMemory.Hits[0].Unit.Id, asked.Hits[0].Unit.Id);
        Assert.Equal(inMemory.Hits.Select(hit => hit.Unit.Id).Order(StringComparer.Ordinal), asked.Hits.Select(hit => hit.Unit.Id).Order(StringComparer.Ordinal));
        Assert.All(asked.Hits, hit => Assert.True(hit.Unit.IsPublic));
        await Assert.ThrowsAsync<ArgumentException>(() => branch.SearchAsync("read", new SearchOptions { Filter = new UnitFilter { Languages = ["klingon"] } }, Token));
    }

    [Theory]
    [InlineData(SearchMode.Dense)]
    [InlineData(SearchMode.Lexical)]
    public async Task One_retriever_alone_finds_what_it_finds_in_the_index(SearchMode mode)
    {
        (CodeIndex index, PostgresCodeIndex branch) = await server.CoreAsync();
        SearchOptions options = new() { Mode = mode };
        Assert.Equal(
            (await index.SearchAsync("read the files of a folder", options, Token)).Hits.Select(hit => hit.Unit.Id),
            (await branch.SearchAsync("read the files of a folder", options, Token)).Hits.Select(hit => hit.Unit.Id));
    }

    [Fact]
    public async Task The_graph_answers_as_that_of_the_index()
    {
        (CodeIndex index, PostgresCodeIndex branch) = await server.CoreAsync();
        foreach (string symbol in (string[])["LexicalIndex.Score", "ISourceProvider", "ISourceProvider.ReadAsync", "CodeGraph", "DirectorySource", "IdentifierWords", "T:StructIndex.CodeUnit"])
        {
            Assert.Equal(index.Find(symbol).Select(unit => unit.Id), (await branch.FindAsync(symbol, Token)).Select(unit => unit.Id));
            foreach (bool throughDispatch in (bool[])[false, true])
            {
                Assert.Equal(
                    index.Find(symbol).SelectMany(unit => index.Graph.CallersOf(unit, throughDispatch)).Select(Describe),
                    (await branch.CallersOfAsync(symbol, throughDispatch, Token)).Select(Describe));
                Assert.Equal(
                    index.Find(symbol).SelectMany(unit => index.Graph.CalleesOf(unit, throughDispatch)).Select(Describe),
                    (await branch.CalleesOfAsync(symbol, throughDispatch, Token)).Select(Describe));
            }

            foreach (int depth in (int[])[1, 3])
            {
                ChangeImpact expected = index.Graph.Impact(index.Find(symbol), depth), found = await branch.ImpactAsync([symbol], depth, Token);
                Assert.Equal(Describe(expected.Tests), Describe(found.Tests));
                Assert.Equal(Describe(expected.Reached), Describe(found.Reached));
            }
        }

        Assert.Empty(await branch.CallersOfAsync("no.such.thing", cancellationToken: Token));
        Assert.Empty((await branch.ImpactAsync(["no.such.thing"], 2, Token)).Reached);
    }

    [Fact]
    public async Task The_impact_on_tests_is_that_of_the_index()
    {
        (CodeIndex index, PostgresCodeIndex branch, PostgresCodeStore store) = await PushedAsync(CodeIndexer.IndexAsync(new MemorySource(
            [
                new SourceFile("shop/routing.py", "def route(path):\n    return path\n"),
                new SourceFile("tests/test_routing.py", "def test_route():\n    client = object()\n    assert client\n"),
                new SourceFile("tests/test_shop.py", "from shop.routing import route\n\ndef test_shop():\n    assert route('/') == '/'\n"),
            ]), cancellationToken: Token));
        await using PostgresCodeStore _ = store;
        IReadOnlyList<ImpactedUnit> tests = (await branch.ImpactAsync(["route"], 3, Token)).Tests;
        Assert.Equal(["test_route", "test_shop"], tests.Select(test => test.Unit.Name));
        Assert.Equal(Describe(index.Graph.Impact(index.Find("route"), 3).Tests), Describe(tests));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(4000)]
    public async Task Context_packs_are_those_of_the_index(int budget)
    {
        (CodeIndex index, PostgresCodeIndex branch) = await server.CoreAsync();
        foreach (string question in s_questions)
        {
            ContextPack expected = await index.BuildContextAsync(question, budget, cancellationToken: Token), found = await branch.BuildContextAsync(question, budget, cancellationToken: Token);
            Assert.Equal(expected.Reason, found.Reason);
            Assert.Equal(expected.Pieces.Select(piece => piece.Path).FirstOrDefault(), found.Pieces.Select(piece => piece.Path).FirstOrDefault());

            // What goes in last hangs on differences of a thousandth.
            string[] units = [.. Units(expected)];
            Assert.InRange(units.Intersect(Units(found)).Count(), .9 * units.Length, units.Length);
        }
    }

    [Fact]
    public async Task An_open_branch_sees_what_is_pushed()
    {
        (CodeIndex index, PostgresCodeIndex branch, PostgresCodeStore store) = await PushedAsync(ShopCode.IndexAsync());
        await using PostgresCodeStore _ = store;
        Assert.Equal("Shop.Checkout.Pay", (await branch.SearchAsync("pays for a basket", cancellationToken: Token)).Hits[0].Unit.QualifiedName);
        CodeIndex changed = await CodeIndexer.IndexAsync(new MemorySource(ShopCode.Files.Where(file => file.Path != "shop/Checkout.cs")), cancellationToken: Token);
        await store.PushAsync(changed, "code", cancellationToken: Token);
        Assert.DoesNotContain((await branch.SearchAsync("pays for a basket", new SearchOptions { MinimumRelevance = 0 }, Token)).Hits, hit => hit.Unit.Path == "shop/Checkout.cs");
        Assert.Equal(changed.Units.Count, branch.UnitCount);
        Assert.NotEqual(index.Units.Count, branch.UnitCount);
    }

    [Fact]
    public async Task Calibration_is_pushed_too()
    {
        (CodeIndex index, PostgresCodeIndex branch, PostgresCodeStore store) = await PushedAsync(ShopCode.IndexAsync());
        await using PostgresCodeStore _ = store;
        Assert.NotEmpty((await branch.SearchAsync("take an item from the shelf", cancellationToken: Token)).Hits);
        await store.PushAsync(index.WithMinimumRelevance(1), "code", cancellationToken: Token);
        Assert.Empty((await branch.SearchAsync("take an item from the shelf", cancellationToken: Token)).Hits);
        Assert.Equal("The query is empty.", (await branch.SearchAsync(" ", cancellationToken: Token)).Reason);
    }

    [Fact]
    public async Task What_cannot_be_opened_says_why()
    {
        PostgresCodeStore store = (await PushedAsync(ShopCode.IndexAsync())).Store;
        await using PostgresCodeStore _ = store;
        StructIndexException missing = await Assert.ThrowsAsync<StructIndexException>(() => store.OpenAsync("code", CodeModel.Default, "feature", Token));
        Assert.Contains("no branch feature of code", missing.Message, StringComparison.Ordinal);
        StructIndexException other = await Assert.ThrowsAsync<StructIndexException>(() => store.OpenAsync("code", new OtherGenerator(), cancellationToken: Token));
        Assert.Contains("queries are embedded by model other", other.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Units(ContextPack pack) => pack.Pieces.SelectMany(piece => piece.Entries).Select(entry => entry.Unit.Id);

    private static string Describe(CodeEdge edge) => $"{edge.From.Id} {edge.Kind} {edge.To.Id} {edge.Line} {edge.Certainty}";

    private static IEnumerable<string> Describe(IEnumerable<ImpactedUnit> units) => units.Select(found => $"{found.Unit.Id} {found.Depth} {found.Certainty} {found.Through?.Id}");

    private async Task<(CodeIndex Index, PostgresCodeIndex Branch, PostgresCodeStore Store)> PushedAsync(Task<CodeIndex> indexing)
    {
        PostgresCodeStore store = new(await server.NewDatabaseAsync());
        CodeIndex index = await indexing;
        await store.MigrateAsync(index.VectorDimensions, Token);
        await store.PushAsync(index, "code", cancellationToken: Token);
        return (index, await store.OpenAsync("code", CodeModel.Default, cancellationToken: Token), store);
    }

    private static string Describe(SearchResult found) =>
        string.Join('\n', found.Hits.Select(hit => hit.Unit.Id).Prepend($"{found.Outcome} {found.Reason}"));

    private sealed class OtherGenerator : IEmbeddingGenerator<string, Embedding<float>>
    {
        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(_ => new Embedding<float>(new float[320]))));

        public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata(defaultModelId: "other") : null;

        public void Dispose()
        {
        }
    }
}
