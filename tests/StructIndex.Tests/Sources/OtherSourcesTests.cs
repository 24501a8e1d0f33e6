namespace StructIndex.Tests;

public class OtherSourcesTests
{
    [Theory]
    [InlineData("src/a.cs", "src/a.cs")]
    [InlineData("src\\deep\\a.cs", "src/deep/a.cs")]
    [InlineData("./src/a.cs", "src/a.cs")]
    [InlineData("src/./b/../a.cs", "src/a.cs")]
    [InlineData("src//a.cs", "src/a.cs")]
    [InlineData("/src/a.cs", "src/a.cs")]
    [InlineData("C:\\work\\a.cs", "work/a.cs")]
    [InlineData("c:a.cs", "a.cs")]
    [InlineData("../lib/a.cs", "../lib/a.cs")]
    [InlineData("a/../../b.cs", "../b.cs")]
    [InlineData(".github/a..b.yml", ".github/a..b.yml")]
    public void A_path_is_one_from_the_root_however_it_is_written(string path, string expected) => Assert.Equal(expected, new SourceFile(path, "").Path);

    [Theory]
    [InlineData("/")]
    [InlineData("./")]
    [InlineData("a/..")]
    public void A_path_that_names_no_file_is_refused(string path) => Assert.Throws<ArgumentException>(nameof(path), () => new SourceFile(path, ""));

    [Fact]
    public void Two_ways_to_write_a_path_are_one_file() => Assert.Throws<ArgumentException>(() => new MemorySource([("src/a.cs", ""), ("src\\b\\..\\a.cs", "")]));

    [Fact]
    public async Task A_list_names_its_files()
    {
        using TemporaryFolder folder = new();
        folder.Write(".gitignore", "*.py\n");
        folder.Write("src/a.py", "x");
        folder.Write("notes.unknown", "words");
        folder.Write("b.cs", "class B;");
        folder.Write("skip.cs", "class S;");
        FileListSource source = new(folder.FullPath, ["src/a.py", "notes.unknown", folder.At("b.cs"), "src/../b.cs", "missing.cs", "src", "skip.cs"], new SourceOptions { Exclude = ["skip.*"] });
        Reading reading = await Reading.OfAsync(source);
        Assert.Equal([("b.cs", "csharp"), ("notes.unknown", "text"), ("src/a.py", "python")], reading.Files.Select(file => (file.Path, file.Language)));
        Assert.Equal([("missing.cs", FileFailureKind.Unreadable), ("src", FileFailureKind.Unreadable)], reading.Failures.Select(failure => (failure.Path, failure.Kind)));
    }

    [Theory]
    [InlineData("../a.cs")]
    [InlineData("/etc/hostname")]
    [InlineData("")]
    public void A_listed_path_outside_the_folder_is_refused(string path)
    {
        using TemporaryFolder folder = new();
        Assert.Equal("paths", Assert.Throws<ArgumentException>(() => new FileListSource(folder.FullPath, [path])).ParamName);
    }

    [Fact]
    public async Task Texts_in_memory_tell_their_language()
    {
        MemorySource source = new([("b/run", "#!/bin/sh\n"), ("a.g.cs", "class A;")]);
        Reading reading = await Reading.OfAsync(source);
        Assert.Null(source.RootDirectory);
        Assert.Equal([("b/run", "bash", false), ("a.g.cs", "csharp", true)], reading.Files.Select(file => (file.Path, file.Language, file.IsGenerated)));
    }

    [Fact]
    public void A_path_twice_in_memory_is_refused() =>
        Assert.Equal("files", Assert.Throws<ArgumentException>(() => new MemorySource([new SourceFile("a", "1"), new SourceFile("a", "2")])).ParamName);

    [Fact]
    public async Task A_stream_of_the_users_own_is_passed_on_and_cancelled()
    {
        using CancellationTokenSource cancellation = new();
        Reading reading = await Reading.OfAsync(new StreamSource(Stream(3)));
        Assert.Equal(["0.py", "1.py", "2.py"], reading.Paths);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Reading.OfAsync(new StreamSource(Stream(3)), cancellation.Token));

        static async IAsyncEnumerable<SourceFile> Stream(int count, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            for (int i = 0; i < count; i++)
            {
                await Task.Yield();
                cancellationToken.ThrowIfCancellationRequested();
                yield return new SourceFile($"{i}.py", "");
            }
        }
    }
}
