using System.Collections.Concurrent;
using Microsoft.Extensions.AI;

namespace StructIndex.Tests;

public class UpdateTests
{
    private static readonly SourceFile s_store = new("store.py", "class Store:\n    def save(self, item):\n        return self.write(item)\n\n    def write(self, item):\n        return item\n");
    private static readonly SourceFile s_reader = new("reader.py", "def read(path):\n    return path\n");

    [Fact]
    public async Task Only_what_changed_is_parsed_and_embedded_again()
    {
        CountingParser parser = new();
        using CountingGenerator generator = new();
        CodeIndexBuilder builder = new(new CodeIndexOptions { Parsers = [parser], EmbeddingGenerator = generator, KeepForUpdates = true });
        CodeIndex first = await builder.BuildAsync(new MemorySource([s_store, s_reader]), cancellationToken: TestContext.Current.CancellationToken);
        parser.Parsed.Clear();
        generator.Texts.Clear();
        SourceFile changed = new("reader.py", "def read_all(path):\n    return path\n");
        CodeIndex second = await builder.UpdateAsync(first, new MemorySource([new SourceFile(s_store.Path, new string(s_store.Text)), changed]), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(["reader.py"], parser.Parsed);
        Assert.Contains("read_all", Assert.Single(generator.Texts), StringComparison.Ordinal);
        Assert.NotEmpty(second.Find("Store.write"));
        Assert.Empty(second.Find("read"));
        Assert.NotEmpty(first.Find("read"));
    }

    [Fact]
    public async Task A_file_on_disk_that_looks_unchanged_is_not_opened()
    {
        using TemporaryFolder folder = new();
        folder.Write("a.py", "def first(): pass\n");
        DateTime long_ago = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(folder.At("a.py"), long_ago);
        CodeIndexBuilder builder = CodeIndexer.CreateBuilder(new CodeIndexOptions { KeepForUpdates = true });
        CodeIndex index = await builder.BuildAsync(new DirectorySource(folder.FullPath), cancellationToken: TestContext.Current.CancellationToken);

        // The same length and time: only who opens the file can tell.
        await File.WriteAllTextAsync(folder.At("a.py"), "def other(): pass\n", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(folder.At("a.py"), long_ago);
        index = await builder.UpdateAsync(index, new DirectorySource(folder.FullPath), cancellationToken: TestContext.Current.CancellationToken);
        Assert.NotEmpty(index.Find("first"));
        File.SetLastWriteTimeUtc(folder.At("a.py"), long_ago.AddSeconds(1));
        index = await builder.UpdateAsync(index, new DirectorySource(folder.FullPath), cancellationToken: TestContext.Current.CancellationToken);
        Assert.NotEmpty(index.Find("other"));
    }

    [Fact]
    public async Task A_file_written_just_now_is_read_again_whatever_its_time()
    {
        using TemporaryFolder folder = new();
        folder.Write("a.py", "def first(): pass\n");
        DateTime now = File.GetLastWriteTimeUtc(folder.At("a.py"));
        CodeIndexBuilder builder = CodeIndexer.CreateBuilder(new CodeIndexOptions { KeepForUpdates = true });
        CodeIndex index = await builder.BuildAsync(new DirectorySource(folder.FullPath), cancellationToken: TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.At("a.py"), "def other(): pass\n", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(folder.At("a.py"), now);
        index = await builder.UpdateAsync(index, new DirectorySource(folder.FullPath), cancellationToken: TestContext.Current.CancellationToken);
        Assert.NotEmpty(index.Find("other"));
    }

    [Fact]
    public async Task A_package_that_has_a_new_name_is_found_by_it()
    {
        SourceFile make = new("src/index.ts", "export function make() {}\n"), use = new("test/use.ts", "import { make } from 'pack'\nexport function go() { make() }\n");
        CodeIndexBuilder builder = CodeIndexer.CreateBuilder(new CodeIndexOptions { KeepForUpdates = true });
        CodeIndex index = await builder.BuildAsync(new MemorySource([new SourceFile("package.json", "{ \"name\": \"other\" }"), make, use]), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(index.Graph.Edges);
        index = await builder.UpdateAsync(index, new MemorySource([new SourceFile("package.json", "{ \"name\": \"pack\" }"), make, use]), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("go", Assert.Single(index.Graph.Edges).From.Name);
    }

    [Fact]
    public async Task An_index_that_kept_nothing_is_updated_by_building_it_anew()
    {
        CodeIndex index = await CodeIndexer.IndexAsync(new MemorySource([s_store]), cancellationToken: TestContext.Current.CancellationToken);
        CodeIndex updated = await CodeIndexer.UpdateAsync(index.WithMinimumRelevance(.25), new MemorySource([s_reader]), cancellationToken: TestContext.Current.CancellationToken);
        CodeIndex anew = await CodeIndexer.IndexAsync(new MemorySource([s_reader]), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(.25, updated.MinimumRelevance);
        await IndexComparison.AssertEqualAsync(anew, updated.WithMinimumRelevance(null), "an update");
    }

    [Fact]
    public async Task Edges_left_for_later_are_found_after_an_update()
    {
        CodeIndexBuilder builder = CodeIndexer.CreateBuilder(new CodeIndexOptions { KeepForUpdates = true, BindEdges = false });
        CodeIndex index = await builder.BuildAsync(new MemorySource([s_store]), cancellationToken: TestContext.Current.CancellationToken);
        CodeIndex updated = await builder.UpdateAsync(index, new MemorySource([s_store, s_reader]), cancellationToken: TestContext.Current.CancellationToken);
        CodeIndex bound = await updated.WithEdgesAsync(cancellationToken: TestContext.Current.CancellationToken);
        await IndexComparison.AssertEqualAsync(await CodeIndexer.IndexAsync(new MemorySource([s_store, s_reader]), cancellationToken: TestContext.Current.CancellationToken), bound, "edges");
    }

    [Theory]
    [InlineData(false, true, false, false)]
    [InlineData(false, true, true, false)]
    [InlineData(true, false, false, false)]
    [InlineData(true, false, true, false)]
    [InlineData(false, true, false, true)]
    [InlineData(false, true, true, true)]
    [InlineData(false, false, true, true)]
    public async Task An_update_without_a_change_has_edges_and_vectors_as_the_builder_makes_them(bool had, bool has, bool readsTexts, bool bindsLater)
    {
        using CountingGenerator texts = new();
        CodeIndexOptions options = new() { KeepForUpdates = true, EmbeddingGenerator = readsTexts ? texts : null };
        MemorySource source = new([s_store, s_reader]);
        CodeIndex index = await CodeIndexer.CreateBuilder(options with { BindEdges = had }).BuildAsync(source, cancellationToken: TestContext.Current.CancellationToken);
        CodeIndexBuilder builder = CodeIndexer.CreateBuilder(options with { BindEdges = has });
        if (bindsLater)
        {
            index = await index.WithEdgesAsync(cancellationToken: TestContext.Current.CancellationToken);
        }

        CodeIndex updated = await builder.UpdateAsync(index, source, cancellationToken: TestContext.Current.CancellationToken);
        await IndexComparison.AssertEqualAsync(await builder.BuildAsync(source, cancellationToken: TestContext.Current.CancellationToken), updated, "no change");
        Assert.Equal(has, updated.Graph.Edges.Count > 0);
        Assert.Equal(bindsLater && has && !readsTexts, ReferenceEquals(updated, index));
        Assert.Same(updated, await builder.UpdateAsync(updated, source, cancellationToken: TestContext.Current.CancellationToken));
    }

    /// <summary>Makes one unit of each file, alone.</summary>
    private sealed class CountingParser : ICodeParser
    {
        private readonly TreeSitterParser _parser = new();

        public ConcurrentBag<string> Parsed { get; } = [];

        public bool CanParse(SourceFile file) => _parser.CanParse(file);

        public ParserOutput Parse(IReadOnlyList<SourceFile> files, string? rootDirectory, Action<SourceFile>? onParsed, CancellationToken cancellationToken = default)
        {
            files.ToList().ForEach(file => Parsed.Add(file.Path));
            return _parser.Parse(files, rootDirectory, onParsed, cancellationToken);
        }

        public ParserOutput Reparse(ParserOutput previous, IReadOnlyList<SourceFile> files, string? rootDirectory, Action<SourceFile>? onParsed, CancellationToken cancellationToken = default) =>
            previous.Renew(files, changed => Parse(changed, rootDirectory, onParsed, cancellationToken));
    }

    private sealed class CountingGenerator : IEmbeddingGenerator<string, Embedding<float>>
    {
        public ConcurrentBag<string> Texts { get; } = [];

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            GeneratedEmbeddings<Embedding<float>> made = [];
            foreach (string value in values)
            {
                Texts.Add(value);
                made.Add(new Embedding<float>(new float[] { value.Length, 1, value.Count(c => c == 'e') }));
            }

            return Task.FromResult(made);
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
