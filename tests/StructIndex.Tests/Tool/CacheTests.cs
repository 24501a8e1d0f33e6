namespace StructIndex.Tests;

public class CacheTests
{
    private static readonly DateTime s_longAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_second_question_about_a_folder_needs_no_indexing_until_a_file_changes()
    {
        using TemporaryFolder folder = new();
        Write(folder, "a.py", "def load(path): return path\n", s_longAgo);
        ToolRun first = await ToolRun.RunAsync("search", folder.FullPath, "load a path");
        ToolRun second = await ToolRun.RunAsync("search", folder.FullPath, "load a path");
        Assert.Contains("parsing files", first.Error, StringComparison.Ordinal);
        Assert.Empty(second.Error);
        Assert.Equal(first.Output, second.Output);
        Assert.Contains(folder.FullPath, (await ToolRun.RunAsync("cache", "list")).Output, StringComparison.Ordinal);

        Write(folder, "a.py", "def store(path): return path\n", s_longAgo.AddSeconds(5));
        ToolRun third = await ToolRun.RunAsync("search", folder.FullPath, "store");
        Assert.Contains("parsing files", third.Error, StringComparison.Ordinal);
        Assert.Contains("store", third.Output, StringComparison.Ordinal);
        Write(folder, "b.py", "def other(): pass\n", s_longAgo);
        Assert.Contains("other", (await ToolRun.RunAsync("search", folder.FullPath, "other")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("parsing files", (await ToolRun.RunAsync("callers", folder.FullPath, "other")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_kept_or_used_where_that_is_not_wanted_or_only_a_part_is_asked()
    {
        using TemporaryFolder folder = new();
        Write(folder, "a.py", "def load(path): return path\n", s_longAgo);
        foreach (string[] options in (string[][])[["--no-cache"], ["--include", "*.py"]])
        {
            for (int i = 0; i < 2; i++)
            {
                Assert.Contains("parsing files", (await ToolRun.RunAsync(["search", folder.FullPath, "load", .. options])).Error, StringComparison.Ordinal);
            }
        }

        Assert.DoesNotContain(folder.FullPath, (await ToolRun.RunAsync("cache", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_written_just_now_is_trusted_by_no_cache()
    {
        using TemporaryFolder folder = new();
        folder.Write("a.py", "def load(path): return path\n");
        await ToolRun.RunAsync("search", folder.FullPath, "load");
        await File.WriteAllTextAsync(folder.At("a.py"), "def save(path): return path\n", TestContext.Current.CancellationToken);
        Assert.Contains("save", (await ToolRun.RunAsync("search", folder.FullPath, "save")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".index")]
    [InlineData(".state")]
    public async Task A_damaged_file_of_the_cache_is_built_again(string ending)
    {
        using TemporaryFolder folder = new();
        Write(folder, "a.py", "def load(path): return path\n", s_longAgo);
        await ToolRun.RunAsync("search", folder.FullPath, "load");
        string notes = Directory.EnumerateFiles(IndexCache.Folder, "*.txt").Single(file => File.ReadAllText(file).Contains(folder.FullPath, StringComparison.Ordinal));
        string kept = Directory.EnumerateFiles(IndexCache.Folder, Path.GetFileNameWithoutExtension(notes) + "-*" + ending).Single();
        await File.WriteAllTextAsync(kept, "nonsense", TestContext.Current.CancellationToken);
        Write(folder, "b.py", "def store(path): return path\n", s_longAgo);
        ToolRun again = await ToolRun.RunAsync("search", folder.FullPath, "load");
        Assert.Equal(0, again.ExitCode);
        Assert.Empty((await ToolRun.RunAsync("search", folder.FullPath, "load")).Error);
    }

    [Fact]
    public async Task Many_at_once_all_get_the_answer()
    {
        using TemporaryFolder folder = new();
        Write(folder, "a.py", "def load(path): return path\n", s_longAgo);
        ToolRun[] runs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ToolRun.RunAsync("search", folder.FullPath, "load")));
        Assert.All(runs, run => Assert.Equal((0, runs[0].Output), (run.ExitCode, run.Output)));
    }

    [Fact]
    public async Task A_large_folder_of_CSharp_answers_before_its_calls_are_bound_and_keeps_an_index_with_them()
    {
        using TemporaryFolder folder = new(), other = new();
        Write(folder, "many.cs", $"class Many {{ {string.Concat(Enumerable.Range(0, 1_100).Select(i => $"int Count{i}() => Count{i / 2}();\n"))} }}", s_longAgo);
        ToolRun first = await ToolRun.RunAsync("search", folder.FullPath, "count 77"), second = await ToolRun.RunAsync("search", folder.FullPath, "count 77");
        Assert.Contains("Count77", first.Output, StringComparison.Ordinal);
        Assert.Contains("bound now, for the next question", first.Error, StringComparison.Ordinal);
        Assert.Equal((0, ""), (second.ExitCode, second.Error));
        Assert.Contains("Many.Count77", (await ToolRun.RunAsync("callers", folder.FullPath, "Many.Count38")).Output, StringComparison.Ordinal);
        string notes = Directory.EnumerateFiles(IndexCache.Folder, "*.txt").Single(file => File.ReadAllText(file).Contains(folder.FullPath, StringComparison.Ordinal));
        string kept = Directory.EnumerateFiles(IndexCache.Folder, Path.GetFileNameWithoutExtension(notes) + "-*.index").Single();
        await ToolRun.RunAsync("index", folder.FullPath, "-o", other.At("code.index"));
        Assert.Equal(await File.ReadAllBytesAsync(other.At("code.index"), TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(kept, TestContext.Current.CancellationToken));

        Write(other, "many.cs", await File.ReadAllTextAsync(folder.At("many.cs"), TestContext.Current.CancellationToken), s_longAgo);
        ToolRun asked = await ToolRun.RunAsync("search", other.FullPath, "what calls Many.Count38?");
        Assert.Contains("Many.Count77", asked.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("bound now", asked.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clone_begins_with_what_is_kept_of_the_repository()
    {
        Assert.SkipUnless(Git.IsPresent, "git is not installed");
        using TemporaryFolder folder = new();
        Write(folder, "first/a.py", "def load(path): return path\n", s_longAgo);
        Git.Run(folder.At("first"), "init", "-q");
        Git.Run(folder.At("first"), "add", ".");
        Git.Run(folder.At("first"), "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "first");
        Git.Run(folder.FullPath, "clone", "-q", folder.At("first"), folder.At("clone"));
        IndexCache cache = new(new DirectorySource(folder.At("clone")), new ToolConsole(TextWriter.Null, TextWriter.Null, isTerminal: false));
        CodeIndexBuilder builder = CodeIndexer.CreateBuilder(new CodeIndexOptions { KeepForUpdates = true });
        Assert.Null(await cache.LoadAsync(builder, TestContext.Current.CancellationToken));
        await ToolRun.RunAsync("search", folder.At("first"), "load a path");
        Assert.NotEmpty((await cache.LoadAsync(builder, TestContext.Current.CancellationToken))!.Find("load"));
        File.SetLastWriteTimeUtc(folder.At("clone/a.py"), s_longAgo);
        Write(folder, "clone/b.py", "def store(path): return load(path)\n", s_longAgo);
        ToolRun run = await ToolRun.RunAsync("search", folder.At("clone"), "store");
        Assert.Contains("b.py:1", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await ToolRun.RunAsync("cache", "list")).Output.Split('\n').Count(line => line.Contains(folder.FullPath, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_another_process_is_writing_stays()
    {
        using TemporaryFolder folder = new();
        Write(folder, "a.py", "def load(path): return path\n", s_longAgo);
        await ToolRun.RunAsync("search", folder.FullPath, "load");
        string key = Directory.EnumerateFiles(IndexCache.Folder, "*.txt").Where(file => File.ReadAllText(file).Contains(folder.FullPath, StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension).Single()!;
        (string open, string left, string late) = (Make("open", s_longAgo), Make("left", s_longAgo), Make("late", DateTime.UtcNow.AddMinutes(1)));
        Write(folder, "b.py", "def store(path): return path\n", s_longAgo);
        using (new FileStream(open, FileMode.Open, FileAccess.Write, FileShare.Delete))
        {
            await ToolRun.RunAsync("search", folder.FullPath, "load");
        }

        Assert.Equal((true, false, true), (File.Exists(open), File.Exists(left), File.Exists(late)));
        File.Delete(late);

        string Make(string name, DateTime time)
        {
            string path = Path.Combine(IndexCache.Folder, $"{key}-{name}.tmp");
            File.WriteAllText(path, "");
            File.SetLastWriteTimeUtc(path, time);
            return path;
        }
    }

    private static void Write(TemporaryFolder folder, string path, string text, DateTime time)
    {
        folder.Write(path, text);
        File.SetLastWriteTimeUtc(folder.At(path), time);
    }
}
