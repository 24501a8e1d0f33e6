namespace StructIndex.Tests;

/// <summary>Several folders in one index, indexed together or merged afterwards.</summary>
public class SeveralRootsTests
{
    private const string Library = "namespace Shop { public class Stock { public int Count(string item) => item.Length; } }\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Paths_begin_with_the_name_of_the_folder_and_a_name_twice_gets_a_number()
    {
        using TemporaryFolder folder = new();
        folder.Write("one/api/a.py", "def first(): pass\n");
        folder.Write("two/API/b.py", "def second(): pass\n");
        folder.Write("two/API/broken.py", "\0\0\0");
        DirectoriesSource source = new([folder.At("one/api"), folder.At("two/API"), folder.At("one/api")]);
        CodeIndex index = await CodeIndexer.IndexAsync(source, cancellationToken: Token);
        Assert.Equal(["API-2/b.py", "api/a.py"], index.Units.Select(unit => unit.Path).Distinct());
        Assert.Equal("API-2/broken.py", Assert.Single(index.Failures).Path);
        Assert.Equal((folder.At("one/api"), folder.At("two/API")), (source.Roots["api"], source.Roots["API-2"]));
        SearchResult found = await index.SearchAsync("first", new SearchOptions { MinimumRelevance = 0, Filter = new UnitFilter { PathGlobs = ["API-2/**"] } }, Token);
        Assert.All(found.Hits, hit => Assert.Equal("API-2/b.py", hit.Unit.Path));
    }

    [Fact]
    public void A_folder_inside_of_another_or_that_is_not_there_is_refused()
    {
        using TemporaryFolder folder = new();
        folder.Write("a/b/c.py", "x = 1\n");
        folder.Write("ab/c.py", "x = 1\n");
        Assert.Contains("is inside of", Assert.Throws<ArgumentException>(() => new DirectoriesSource([folder.At("a/b"), folder.At("a")])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new DirectoriesSource([folder.At("a"), folder.At("none")]));
        Assert.Throws<ArgumentException>(() => new DirectoriesSource([]));
        Assert.Equal(2, new DirectoriesSource([folder.At("a"), folder.At("ab")]).Roots.Count);
    }

    [Fact]
    public async Task Edges_go_from_one_folder_to_another_through_project_references_and_not_to_a_folder_that_was_not_named()
    {
        using TemporaryFolder folder = new();
        folder.Write("lib/lib.csproj", Project(""));
        folder.Write("lib/Stock.cs", Library);
        folder.Write("secret/secret.csproj", Project(""));
        folder.Write("app/src/app.csproj", Project("<ItemGroup><ProjectReference Include=\"../../lib/lib.csproj\" /><ProjectReference Include=\"../../secret/secret.csproj\" /></ItemGroup>"));
        folder.Write("app/src/Order.cs", "public class Order { public int Reserve(Shop.Stock stock) => stock.Count(\"a\"); }\n");
        CodeIndex index = await CodeIndexer.IndexDirectoriesAsync([folder.At("app"), folder.At("lib")], cancellationToken: Token);
        CodeEdge call = Assert.Single(index.Graph.CallersOf(Assert.Single(index.Find("Stock.Count"))));
        Assert.Equal(("app/src/Order.cs", "lib/Stock.cs", EdgeCertainty.Exact), (call.From.Path, call.To.Path, call.Certainty));
        FileFailure refused = Assert.Single(index.Failures);
        Assert.Equal("app/src/app.csproj", refused.Path);
        Assert.Contains("secret.csproj was not opened, since that lies outside the root", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(index.ReadBesides, read => read.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Edges_go_from_one_folder_to_another_through_imports()
    {
        using TemporaryFolder folder = new();
        folder.Write("tools/shop/stock.py", "def count_items(item):\n    return len(item)\n");
        folder.Write("site/order.py", "from shop.stock import count_items\n\ndef reserve(item):\n    return count_items(item)\n");
        CodeIndex index = await CodeIndexer.IndexDirectoriesAsync([folder.At("site"), folder.At("tools")], cancellationToken: Token);
        Assert.Equal("site/order.py", Assert.Single(index.Graph.CallersOf(Assert.Single(index.Find("count_items")))).From.Path);
    }

    [Fact]
    public async Task Merged_indexes_of_folders_without_edges_between_them_are_the_index_of_the_folders_together_but_for_vectors()
    {
        // A vector is made of the path too, which was another one then, and a file such as main.go is called after its folder.
        CodeIndexBuilder builder = new(new CodeIndexOptions { Parsers = CodeIndexer.DefaultParsers });
        using TemporaryFolder folder = new();
        WriteApart(folder);
        string[] folders = [folder.At("a"), folder.At("a-b"), folder.At("b")];
        List<(string, CodeIndex)> parts = [];
        foreach (string one in folders.Reverse())
        {
            string file = folder.At(Path.GetFileName(one) + ".index");
            await (await builder.BuildAsync(new DirectorySource(one), cancellationToken: Token)).SaveAsync(file, Token);
            parts.Add((Path.GetFileName(one), await CodeIndex.LoadAsync(file, cancellationToken: Token)));
        }

        CodeIndex merged = await CodeIndex.MergeAsync(parts, Token);
        await IndexComparison.AssertEqualAsync(await builder.BuildAsync(new DirectoriesSource(folders), cancellationToken: Token), merged, "three folders");
        Assert.NotEmpty((await merged.SearchAsync("count items", new SearchOptions { MinimumRelevance = 0 }, Token)).Hits);
        CodeEdge call = Assert.Single(merged.Graph.CallersOf(Assert.Single(merged.Find("Stock.Count"))));
        Assert.Equal(("b/Order.cs", "b/Stock.cs"), (call.From.Path, call.To.Path));
    }

    [Fact]
    public async Task Indexes_with_the_same_units_are_merged_under_names_and_ids_of_their_own()
    {
        CodeIndex shop = await ShopCode.IndexAsync();
        CodeIndex merged = await CodeIndex.MergeAsync([("shop", shop), ("shop", shop)], Token);
        Assert.Equal(2 * shop.Units.Count, merged.Units.Select(unit => unit.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(2 * shop.Graph.Edges.Count, merged.Graph.Edges.Count);
        Assert.Equal(Enumerable.Repeat(shop.Contents.Vectors!.Bytes.ToArray(), 2).SelectMany(row => row), merged.Contents.Vectors!.Bytes.ToArray());
        SearchResult found = await merged.SearchAsync("Orders.Reserve", new SearchOptions { Limit = 1, Filter = new UnitFilter { PathGlobs = ["shop-2/**"] } }, Token);
        Assert.EndsWith("Orders.Reserve", Assert.Single(found.Hits).Unit.QualifiedName, StringComparison.Ordinal);
        Assert.All(merged.Graph.Edges, edge => Assert.Equal(edge.From.Path.Split('/')[0], edge.To.Path.Split('/')[0]));
        Assert.Equal(["shop", "shop-2"], merged.Units.Select(unit => unit.Path.Split('/')[0]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_was_merged_is_merged_again_under_both_names()
    {
        CodeIndex words = await new CodeIndexBuilder().BuildAsync(new MemorySource([("src/a.md", "# Title\n\nText.\n")]), cancellationToken: Token);
        CodeIndex once = await CodeIndex.MergeAsync([("one", words)], Token);
        CodeIndex twice = await CodeIndex.MergeAsync([("two", once), ("three", once)], Token);
        Assert.All(words.Units, unit => Assert.StartsWith("src/a.md", unit.Id, StringComparison.Ordinal));
        Assert.Equal(words.Units.Select(unit => $"one/{unit.Id}"), once.Units.Select(unit => unit.Id));
        Assert.Equal([.. words.Units.Select(unit => $"three/one/{unit.Id}"), .. words.Units.Select(unit => $"two/one/{unit.Id}")], twice.Units.Select(unit => unit.Id));
        Assert.All(twice.Units, unit => Assert.Same(unit, Assert.Single(twice.Find(unit.Id))));
    }

    [Fact]
    public async Task Indexes_of_different_models_or_without_names_are_not_merged()
    {
        CodeIndex shop = await ShopCode.IndexAsync();
        CodeIndex words = await new CodeIndexBuilder().BuildAsync(new MemorySource([("a.md", "# Title\n\nText.\n")]), cancellationToken: Token);
        ArgumentException refused = await Assert.ThrowsAsync<ArgumentException>(() => CodeIndex.MergeAsync([("a", shop), ("b", words)], Token));
        Assert.Contains("different models", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => CodeIndex.MergeAsync([], Token));
        await Assert.ThrowsAsync<ArgumentException>(() => CodeIndex.MergeAsync([("a/b", shop)], Token));
        await Assert.ThrowsAsync<ArgumentException>(() => CodeIndex.MergeAsync([(" ", shop)], Token));
    }

    [Fact]
    public async Task Several_folders_are_watched_and_updated_as_one()
    {
        using TemporaryFolder folder = new();
        WriteApart(folder);
        DirectoriesSource source = new([folder.At("a"), folder.At("b")]);
        await using CodeIndexWatcher watcher = await CodeIndexer.CreateBuilder().WatchAsync(source, new CodeIndexWatcherOptions { Quiet = TimeSpan.FromMilliseconds(20) }, cancellationToken: Token);
        Assert.Null(watcher.PollingReason);
        folder.Write("b/new.py", "def fresh(): pass\n");
        folder.Write("a/stock.py", "def counted(): pass\n");
        while (watcher.Current.Find("fresh").Count == 0 || watcher.Current.Find("counted").Count == 0)
        {
            await Task.Delay(20, Token).WaitAsync(TimeSpan.FromSeconds(30), Token);
        }

        await IndexComparison.AssertEqualAsync(await CodeIndexer.IndexDirectoriesAsync([folder.At("a"), folder.At("b")], cancellationToken: Token), await watcher.RefreshAsync(Token), "two folders");
    }

    [Fact]
    public async Task The_command_indexes_several_folders_and_merges_saved_indexes()
    {
        using TemporaryFolder folder = new();
        WriteApart(folder);
        ToolRun together = await ToolRun.RunAsync("index", folder.At("a"), folder.At("b"), "-o", folder.At("together.index"));
        Assert.Equal(0, together.ExitCode);
        foreach (string one in new[] { "a", "b" })
        {
            Assert.Equal(0, (await ToolRun.RunAsync("index", folder.At(one), "-o", folder.At(one + ".index"))).ExitCode);
        }

        ToolRun merged = await ToolRun.RunAsync("merge", folder.At("a.index"), folder.At("b.index"), "-o", folder.At("merged.index"));
        Assert.Contains("2 indexes", merged.Output, StringComparison.Ordinal);
        Assert.Equal((await ToolRun.RunAsync("units", folder.At("together.index"), "--json")).Output, (await ToolRun.RunAsync("units", folder.At("merged.index"), "--json")).Output);
        Assert.Contains("a/stock.py", (await ToolRun.RunAsync("search", folder.At("merged.index"), "count items", "--path", "a/**")).Output, StringComparison.Ordinal);
        Assert.Contains("b/Order.cs", (await ToolRun.RunAsync("callers", folder.At("merged.index"), "Stock.Count")).Output, StringComparison.Ordinal);
        ToolRun missing = await ToolRun.RunAsync("index", folder.At("a"), folder.At("none"), "-o", folder.At("x.index"));
        Assert.Equal(2, missing.ExitCode);
        Assert.Contains("none", missing.Error, StringComparison.Ordinal);
    }

    private static string Project(string items) => $"<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>{items}</Project>";

    private static void WriteApart(TemporaryFolder folder)
    {
        folder.Write("a/stock.py", "def count_items(item):\n    \"\"\"Counts items.\"\"\"\n    return len(item)\n");
        folder.Write("a/notes.md", "# Notes\n\nHow items are counted.\n");
        folder.Write("a-b/broken.py", "\0\0\0");
        folder.Write("a-b/start.go", "package main\n\nfunc main() { start() }\n\nfunc start() {}\n");
        folder.Write("b/Stock.cs", Library);
        folder.Write("b/Order.cs", "public class Order { public int Reserve(Shop.Stock stock) => stock.Count(\"a\"); }\n");
    }
}
