using System.Diagnostics;

namespace StructIndex.Tests;

public class CodeIndexTests
{
    private static readonly SourceFile s_csharp = new("a/Parser.cs", "namespace A; public class Parser { public int Parse(string text) => Measure(text); private int Measure(string text) => text.Length; }");
    private static readonly SourceFile s_python = new("b/store.py", "class Store:\n    def save(self, item):\n        return self.write(item)\n\n    def write(self, item):\n        return item\n");

    [Fact]
    public async Task Searching_and_walking_the_graph_work_across_languages()
    {
        CodeIndex index = await CodeIndexer.IndexAsync(new MemorySource([s_csharp, s_python]), cancellationToken: TestContext.Current.CancellationToken);
        SearchResult found = await index.SearchAsync("save an item", cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("save", found.Hits[0].Unit.Name);
        Assert.Equal(["save"], index.Graph.CallersOf(index.Find("Store.write").Single()).Select(edge => edge.From.Name));
        Assert.Equal(EdgeCertainty.Exact, index.Graph.CallersOf(index.Find("Parser.Measure").Single()).Single().Certainty);
    }

    [Fact]
    public async Task Edges_can_be_asked_for_later_and_equal_those_bound_at_once()
    {
        MemorySource source = new([s_csharp, s_python]);
        CodeIndex without = await CodeIndexer.IndexAsync(source, new CodeIndexOptions { BindEdges = false }, cancellationToken: TestContext.Current.CancellationToken);
        CodeIndex later = await without.WithEdgesAsync(cancellationToken: TestContext.Current.CancellationToken);
        CodeIndex atOnce = await CodeIndexer.IndexAsync(source, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(without.Graph.Edges);
        Assert.NotEmpty(later.Graph.Edges);
        Assert.Equal(atOnce.Graph.Edges.Select(Describe), later.Graph.Edges.Select(Describe));
    }

    [Fact]
    public async Task The_order_in_which_files_arrive_changes_no_byte_of_the_saved_index()
    {
        using TemporaryFolder folder = new();
        CodeIndex first = await CodeIndexer.IndexAsync(new MemorySource([s_csharp, s_python]), cancellationToken: TestContext.Current.CancellationToken);
        CodeIndex second = await CodeIndexer.IndexAsync(new MemorySource([s_python, s_csharp]), cancellationToken: TestContext.Current.CancellationToken);
        await first.SaveAsync(folder.At("first"), TestContext.Current.CancellationToken);
        await second.SaveAsync(folder.At("second"), TestContext.Current.CancellationToken);
        Assert.Equal(File.ReadAllBytes(folder.At("first")), File.ReadAllBytes(folder.At("second")));
    }

    [Fact]
    public async Task An_empty_folder_gives_an_empty_index_that_answers_with_no_hits()
    {
        using TemporaryFolder folder = new();
        CodeIndex index = await CodeIndexer.IndexDirectoryAsync(folder.FullPath, cancellationToken: TestContext.Current.CancellationToken);
        SearchResult found = await index.SearchAsync("anything", cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(index.Units);
        Assert.Empty(found.Hits);
        Assert.True(found.Abstained);
    }

    [Fact]
    public async Task Two_files_of_one_path_are_told_apart_by_keeping_the_first()
    {
        SourceFile[] files = [s_python, new SourceFile(s_python.Path, "def other():\n    pass\n")];
        CodeIndex index = await CodeIndexer.IndexAsync(new StreamSource(files.ToAsyncEnumerable()), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Contains(index.Units, unit => unit.Name == "save");
        Assert.Equal(FileFailureKind.Duplicate, Assert.Single(index.Failures).Kind);
    }

    [Fact]
    public async Task A_cancelled_build_does_not_wait_for_a_parser_that_looks_at_no_token()
    {
        using StuckParser parser = new();
        using CancellationTokenSource source = new();
        CodeIndexOptions options = new() { Parsers = [parser] };
        Task<CodeIndex> build = new CodeIndexBuilder(options).BuildAsync(new MemorySource([s_python]), cancellationToken: source.Token);
        await parser.Entered.WaitAsync(TestContext.Current.CancellationToken);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => build.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Cancelled_edges_do_not_wait_for_a_binder_that_looks_at_no_token()
    {
        using StuckBinder binder = new();
        using CancellationTokenSource source = new();
        CodeIndex index = await new CodeIndexBuilder(new CodeIndexOptions { Parsers = [binder], BindEdges = false }).BuildAsync(new MemorySource([s_python]), cancellationToken: TestContext.Current.CancellationToken);
        Task<CodeIndex> edges = index.WithEdgesAsync(cancellationToken: source.Token);
        await binder.Entered.WaitAsync(TestContext.Current.CancellationToken);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => edges.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_cancelled_build_stops_soon_and_says_so()
    {
        string large = string.Join('\n', Enumerable.Range(0, 20_000).Select(number => $"def function_{number}(a, b):\n    return helper_{number % 100}(a) + b"));
        SourceFile[] files = [.. Enumerable.Range(0, 40).Select(number => new SourceFile($"f{number}.py", large))];
        using CancellationTokenSource source = new();
        Task<CodeIndex> build = Task.Run(() => CodeIndexer.IndexAsync(new MemorySource(files), cancellationToken: source.Token), TestContext.Current.CancellationToken);
        await Task.Delay(300, TestContext.Current.CancellationToken);
        long cancelled = Stopwatch.GetTimestamp();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => build);
        // The promise is 200 ms on an idle machine; the bound leaves room for a busy one and still fails where the token is ignored.
        Assert.True(Stopwatch.GetElapsedTime(cancelled) < TimeSpan.FromSeconds(3), $"took {Stopwatch.GetElapsedTime(cancelled)}");
    }

    [Fact]
    public async Task Hostile_files_are_data_beside_a_good_one()
    {
        SourceFile[] files =
        [
            new("a.py", new string('(', 1_000_000)),
            new("b.js", string.Concat(Enumerable.Repeat("[", 200_000)) + string.Concat(Enumerable.Repeat("]", 200_000))),
            new("c.cs", "class C { int M() => " + new string('(', 200_000) + "1" + new string(')', 200_000) + "; }"),
            new("d.c", "int x;\0\0\0\uFFFD" + new string('{', 100_000)),
            new("e.json", string.Concat(Enumerable.Repeat("{\"a\":", 100_000))),
            s_python,
        ];
        CodeIndex index = await CodeIndexer.IndexAsync(new MemorySource(files), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Contains(index.Units, unit => unit.Name == "save");
        Assert.All(files, file => Assert.Contains(index.Units, unit => unit.Path == file.Path));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_said_by_name()
    {
        ArgumentException failure = await Assert.ThrowsAsync<ArgumentException>(() => CodeIndexer.IndexDirectoryAsync("no/such/folder", cancellationToken: TestContext.Current.CancellationToken));
        Assert.Contains("no/such/folder", failure.Message, StringComparison.Ordinal);
    }

    private static string Describe(CodeEdge edge) => $"{edge.From.Id} {edge.Kind} {edge.To.Id} {edge.Certainty} {edge.Line}";

    /// <summary>Parses nothing until it is disposed.</summary>
    private sealed class StuckParser : ICodeParser, IDisposable
    {
        private readonly ManualResetEventSlim _leave = new();
        private readonly TaskCompletionSource _entered = new();

        public Task Entered => _entered.Task;

        public bool CanParse(SourceFile file) => true;

        public ParserOutput Parse(IReadOnlyList<SourceFile> files, string? rootDirectory, Action<SourceFile>? onParsed, CancellationToken cancellationToken = default)
        {
            _entered.SetResult();
            _leave.Wait(CancellationToken.None);
            return new ParserOutput([.. files.Select(file => new ParsedFile { Source = file })]);
        }

        public void Dispose() => _leave.Set();
    }

    /// <summary>Parses at once, and binds nothing until it is disposed.</summary>
    private sealed class StuckBinder : ICodeParser, IEdgeBinder, IDisposable
    {
        private readonly ManualResetEventSlim _leave = new();
        private readonly TaskCompletionSource _entered = new();

        public Task Entered => _entered.Task;

        public bool CanParse(SourceFile file) => true;

        public ParserOutput Parse(IReadOnlyList<SourceFile> files, string? rootDirectory, Action<SourceFile>? onParsed, CancellationToken cancellationToken = default) =>
            new([.. files.Select(file => new ParsedFile { Source = file })], this);

        public IReadOnlyList<BoundReference> Bind(Action<SourceFile>? onBound, CancellationToken cancellationToken = default)
        {
            _entered.SetResult();
            _leave.Wait(CancellationToken.None);
            return [];
        }

        public void Dispose() => _leave.Set();
    }
}
