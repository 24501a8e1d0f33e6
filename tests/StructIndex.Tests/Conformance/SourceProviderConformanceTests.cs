namespace StructIndex.Tests;

/// <summary>What an index expects of every <see cref="ISourceProvider"/>. Inherit it, and give a provider of some files.</summary>
public abstract class SourceProviderConformanceTests
{
    private static readonly (string Path, string Text)[] s_files =
    [
        ("a.py", "def a():\n    pass\n"),
        ("deep/er/b.cs", "class B;\n"),
        ("deep/ümläut-日本.go", "package p\n"),
        ("empty.py", ""),
        ("with space.rs", "fn main() {}\n"),
    ];

    /// <summary>A provider of exactly these files.</summary>
    /// <param name="files">Path, relative and separated by <c>/</c>, and text of each.</param>
    protected abstract ISourceProvider Create(IReadOnlyList<(string Path, string Text)> files);

    /// <summary>What the provider puts before the path of each file, such as <c>api/</c>; nothing by default.</summary>
    protected virtual string PathPrefix => "";

    [Fact]
    public async Task Each_file_comes_once_with_its_path_text_and_language()
    {
        (List<SourceFile> files, List<FileFailure> failures) = await ReadAsync(Create(s_files));
        Assert.Empty(failures);
        Assert.Equal(s_files.Select(file => (PathPrefix + file.Path, file.Text)), files.Select(file => (file.Path, file.Text)).OrderBy(file => file.Path, StringComparer.Ordinal));
        Assert.Equal(["python", "csharp", "go", "python", "rust"], files.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => file.Language));
    }

    [Fact]
    public async Task A_provider_of_nothing_gives_nothing()
    {
        (List<SourceFile> files, List<FileFailure> failures) = await ReadAsync(Create([]));
        Assert.Empty(files);
        Assert.Empty(failures);
    }

    [Fact]
    public async Task Paths_are_relative_and_stay_below_the_root()
    {
        ISourceProvider provider = Create(s_files);
        (List<SourceFile> files, _) = await ReadAsync(provider);
        Assert.All(files, file =>
        {
            Assert.False(Path.IsPathRooted(file.Path));
            Assert.DoesNotContain("..", file.Path.Split('/'));
            Assert.DoesNotContain('\\', file.Path);
            Assert.Equal((provider.RootDirectory ?? file.RootDirectory) is null, file.FullPath is null);
        });
        Assert.True(provider.RootDirectory is null || Path.IsPathFullyQualified(provider.RootDirectory));
    }

    [Fact]
    public async Task A_cancelled_token_stops_the_stream() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await ReadAsync(Create(s_files), new CancellationToken(canceled: true)));

    [Fact]
    public async Task A_reader_may_stop_early()
    {
        await foreach (SourceFile file in Create(s_files).ReadAsync(_ => { }, TestContext.Current.CancellationToken))
        {
            Assert.NotNull(file.Text);
            return;
        }
    }

    [Fact]
    public async Task An_index_takes_its_files()
    {
        CodeIndex index = await new CodeIndexBuilder(new CodeIndexOptions()).BuildAsync(Create(s_files), cancellationToken: TestContext.Current.CancellationToken);
        string[] expected = ["a.py", "deep/er/b.cs", "deep/ümläut-日本.go", "with space.rs"];
        Assert.Equal(expected.Select(path => PathPrefix + path), index.Units.Select(unit => unit.Path).Distinct().Where(path => path != PathPrefix + "empty.py"));
    }

    private static async Task<(List<SourceFile> Files, List<FileFailure> Failures)> ReadAsync(ISourceProvider provider, CancellationToken? cancellationToken = null)
    {
        List<SourceFile> files = [];
        List<FileFailure> failures = [];
        await foreach (SourceFile file in provider.ReadAsync(failure => { lock (failures) { failures.Add(failure); } }, cancellationToken ?? TestContext.Current.CancellationToken))
        {
            files.Add(file);
        }

        return (files, failures);
    }
}
