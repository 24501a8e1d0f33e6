namespace StructIndex.Tests;

/// <summary>What is saved beside an index for later updates. That it gives the right index is tested in <see cref="UpdateLawTests"/>.</summary>
public class SavedStateTests
{
    private const string Project = """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_loading_only_what_has_changed_is_parsed_and_bound()
    {
        using TemporaryFolder folder = new(), saved = new();
        Write(folder);
        string file = await SaveAsync(folder, saved);
        Counts counts = new();
        CodeIndex loaded = await Builder().LoadAsync(file, Token);
        Assert.Same(loaded, await Builder().UpdateAsync(loaded, new DirectorySource(folder.FullPath), counts, Token));
        Assert.Empty(counts.Parsed);

        folder.Write("Store.cs", "class Store { int Save() { return new Shelf().Put() + 1; } }");
        folder.Write("b.py", "def write():\n    return 1\n");
        CodeIndex updated = await Builder().UpdateAsync(loaded, new DirectorySource(folder.FullPath), counts, Token);
        Assert.Equal((2, 1), (counts.Parsed.Count, counts.Bound.Count));
        Assert.Equal(["Shelf.Put"], updated.Graph.CalleesOf(updated.Find("Store.Save")[0]).Where(edge => edge.Kind == EdgeKind.Calls).Select(edge => edge.To.QualifiedName));
    }

    [Fact]
    public async Task Files_of_a_copy_of_the_folder_are_not_parsed_again()
    {
        using TemporaryFolder folder = new(), copy = new(), saved = new();
        Write(folder);
        string file = await SaveAsync(folder, saved);
        Write(copy);
        copy.Write("b.py", "def write():\n    return 1\n");
        Counts counts = new();
        DirectorySource source = new(copy.FullPath);
        CodeIndex updated = await Builder().UpdateAsync(await Builder().LoadAsync(file, source, Token), source, counts, Token);
        Assert.Equal((1, 0), (counts.Parsed.Count, counts.Bound.Count));
        Assert.Contains("return 1", updated.Find("write")[0].Body, StringComparison.Ordinal);
        File.Delete(copy.At("a.py"));
        Assert.Empty((await Builder().UpdateAsync(updated, source, counts, Token)).Find("load"));
    }

    [Fact]
    public async Task Without_the_second_file_or_without_what_it_needs_the_index_is_loaded_alone()
    {
        using TemporaryFolder folder = new(), saved = new();
        Write(folder);
        string file = await SaveAsync(folder, saved);
        Assert.True(File.Exists(file + ".state"));
        Assert.False(await Builder().SaveAsync(await CodeIndexer.IndexDirectoryAsync(folder.FullPath, cancellationToken: Token), file, Token));
        CodeIndexBuilder plain = new(new CodeIndexOptions { Parsers = [new Unkept()], KeepForUpdates = true });
        Assert.False(await plain.SaveAsync(await plain.BuildAsync(new DirectorySource(folder.FullPath), cancellationToken: Token), file, Token));
        Assert.False(File.Exists(file + ".state"));
        Assert.NotEmpty((await plain.LoadAsync(file, Token)).Units);
    }

    [Fact]
    public async Task Damage_another_index_and_other_parsers_are_refused()
    {
        using TemporaryFolder folder = new(), saved = new();
        Write(folder);
        string file = await SaveAsync(folder, saved), state = file + ".state";
        byte[] bytes = await File.ReadAllBytesAsync(state, Token);
        for (int at = 0; at < bytes.Length; at += 97)
        {
            bytes[at] ^= 1;
            await File.WriteAllBytesAsync(state, bytes, Token);
            await RefusedAsync(Builder());
            bytes[at] ^= 1;
        }

        await File.WriteAllBytesAsync(state, bytes[..^1], Token);
        await RefusedAsync(Builder());
        await File.WriteAllBytesAsync(state, bytes, Token);
        await RefusedAsync(new CodeIndexBuilder(new CodeIndexOptions { Parsers = [new CSharpParser()], EmbeddingGenerator = CodeIndexer.DefaultEmbeddingGenerator }));
        await (await CodeIndexer.IndexAsync(new MemorySource([("a.py", "def other(): pass")]), cancellationToken: Token)).SaveAsync(file, Token);
        await RefusedAsync(Builder());

        async Task RefusedAsync(CodeIndexBuilder builder) => Assert.Equal(state, (await Assert.ThrowsAsync<IndexFormatException>(() => builder.LoadAsync(file, Token))).Path);
    }

    private static void Write(TemporaryFolder folder)
    {
        folder.Write("lib.csproj", Project);
        folder.Write("Store.cs", "class Store { int Save() { return new Shelf().Put(); } }");
        folder.Write("Shelf.cs", "class Shelf { public int Put() { return 2; } }");
        folder.Write("a.py", "from b import write\n\ndef load():\n    return write()\n");
        folder.Write("b.py", "def write():\n    return 0\n");
    }

    private static async Task<string> SaveAsync(TemporaryFolder folder, TemporaryFolder saved)
    {
        string file = saved.At("code.index");
        Assert.True(await Builder().SaveAsync(await Builder().BuildAsync(new DirectorySource(folder.FullPath), cancellationToken: Token), file, Token));
        return file;
    }

    private static CodeIndexBuilder Builder() => CodeIndexer.CreateBuilder(new CodeIndexOptions { KeepForUpdates = true });

    private sealed class Counts : IProgress<IndexProgress>
    {
        public List<IndexProgress> Parsed { get; } = [];

        public List<IndexProgress> Bound { get; } = [];

        public void Report(IndexProgress value)
        {
            List<IndexProgress> reports = value.Stage == IndexStage.Parsing ? Parsed : value.Stage == IndexStage.Binding ? Bound : [];
            lock (reports)
            {
                reports.Add(value);
            }
        }
    }

    /// <summary>A parser that says nothing of what may be kept.</summary>
    private sealed class Unkept : ICodeParser
    {
        public bool CanParse(SourceFile file) => true;

        public ParserOutput Parse(IReadOnlyList<SourceFile> files, string? rootDirectory, Action<SourceFile>? onParsed, CancellationToken cancellationToken = default) =>
            new([.. files.Select(file => new ParsedFile { Source = file })]);
    }
}
