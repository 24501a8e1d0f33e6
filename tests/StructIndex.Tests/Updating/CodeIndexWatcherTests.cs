using System.Collections.Concurrent;
using System.Diagnostics;

namespace StructIndex.Tests;

public class CodeIndexWatcherTests
{
    private static readonly CodeIndexWatcherOptions s_quick = new() { Quiet = TimeSpan.FromMilliseconds(50), PollInterval = TimeSpan.FromMilliseconds(50) };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_edit_becomes_a_change_and_the_current_index(bool polls)
    {
        using TemporaryFolder folder = new();
        folder.Write("a.py", "def first(): pass\n");
        folder.Write("b.py", "def gone(): pass\n");
        await using CodeIndexWatcher watcher = await WatchAsync(folder, s_quick with { UsePolling = polls });
        CodeIndex before = watcher.Current;
        Task<CodeIndexChange> heard = watcher.ChangesAsync(Token).FirstAsync(change => change.Removed.Count > 0, Token).AsTask();
        folder.Write("a.py", "def second(): pass\n");
        folder.Write("c.py", "def third(): pass\n");
        await UntilAsync(() => watcher.Current.Find("third").Count > 0 && watcher.Current.Find("second").Count > 0);
        File.Delete(folder.At("b.py"));
        CodeIndexChange change = await heard.WaitAsync(TimeSpan.FromSeconds(60), Token);
        Assert.Equal(["b.py"], change.Removed);
        Assert.Empty(watcher.Current.Find("gone"));
        Assert.NotEmpty(before.Find("gone"));
        Assert.Equal(polls, watcher.PollingReason is not null);
        await IndexComparison.AssertEqualAsync(await CodeIndexer.IndexDirectoryAsync(folder.FullPath, cancellationToken: Token), watcher.Current, "three edits");
    }

    [Fact]
    public async Task A_burst_of_changes_ends_in_the_index_of_the_last_of_them()
    {
        using TemporaryFolder folder = new();
        await using CodeIndexWatcher watcher = await WatchAsync(folder, s_quick);
        for (int i = 0; i < 1_000; i++)
        {
            folder.Write($"f{i % 100}/file{i % 10}.py", $"def number_{i}(): pass\n");
        }

        await UntilAsync(() => watcher.Current.Find("number_999").Count > 0);
        await IndexComparison.AssertEqualAsync(await CodeIndexer.IndexDirectoryAsync(folder.FullPath, cancellationToken: Token), await watcher.RefreshAsync(Token), "a burst");
    }

    [Fact]
    public async Task A_folder_that_goes_leaves_its_index_and_one_that_comes_back_is_watched_again()
    {
        using TemporaryFolder folder = new();
        string root = folder.At("root");
        folder.Write("root/a.py", "def first(): pass\n");
        ConcurrentQueue<Exception> failures = new();
        await using CodeIndexWatcher watcher = await CodeIndexer.WatchDirectoryAsync(root, watcherOptions: s_quick with { OnFailure = failures.Enqueue }, cancellationToken: Token);
        Directory.Move(root, folder.At("elsewhere"));
        await UntilAsync(() => watcher.Failure is DirectoryNotFoundException);
        await Task.Delay(300, Token);
        await watcher.RefreshAsync(Token);
        Assert.Single(failures);
        Assert.NotEmpty(watcher.Current.Find("first"));
        folder.Write("root/b.py", "def second(): pass\n");
        await UntilAsync(() => watcher.Current.Find("second").Count > 0 && watcher.Current.Find("first").Count == 0 && watcher.Failure is null);
        folder.Write("root/c.py", "def third(): pass\n");
        await UntilAsync(() => watcher.Current.Find("third").Count > 0);
    }

    [Fact]
    public async Task Lost_events_lead_to_a_comparison_of_the_whole()
    {
        using TemporaryFolder folder = new();
        using FolderEvents events = new([folder.FullPath], isWanted: true);
        events.Watch();
        while (await events.WaitAsync(TimeSpan.FromMilliseconds(200), Token))
        {
        }

        events.Lose(new InternalBufferOverflowException("too many"));
        Assert.Contains("too many", events.Problem, StringComparison.Ordinal);
        Assert.True(await events.WaitAsync(TimeSpan.Zero, Token));
        events.Watch();
        Assert.Null(events.Problem);
        Assert.True(await events.WaitAsync(TimeSpan.Zero, Token));
    }

    [Fact]
    public async Task An_index_that_was_built_before_is_watched_and_compared_at_once()
    {
        using TemporaryFolder folder = new();
        folder.Write("a.py", "def first(): pass\n");
        CodeIndexBuilder builder = CodeIndexer.CreateBuilder(new CodeIndexOptions { KeepForUpdates = true });
        DirectorySource source = new(folder.FullPath);
        CodeIndex index = await builder.BuildAsync(source, cancellationToken: Token);
        folder.Write("b.py", "def second(): pass\n");
        await using CodeIndexWatcher watcher = builder.Watch(index, source, s_quick);
        await UntilAsync(() => watcher.Current.Find("second").Count > 0);
        await index.SaveAsync(folder.At("saved.index"), Token);
        CodeIndex loaded = await CodeIndexer.LoadAsync(folder.At("saved.index"), cancellationToken: Token);
        Assert.Contains("KeepForUpdates", Assert.Throws<ArgumentException>(() => builder.Watch(loaded, source)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Listening_ends_with_the_watcher()
    {
        using TemporaryFolder folder = new();
        CodeIndexWatcher watcher = await WatchAsync(folder, s_quick);
        Task<int> count = watcher.ChangesAsync(Token).CountAsync(Token).AsTask();
        await watcher.DisposeAsync();
        Assert.Equal(0, await count.WaitAsync(TimeSpan.FromSeconds(30), Token));
        Assert.Equal(0, await watcher.ChangesAsync(Token).CountAsync(Token));
    }

    private static Task<CodeIndexWatcher> WatchAsync(TemporaryFolder folder, CodeIndexWatcherOptions options) =>
        CodeIndexer.WatchDirectoryAsync(folder.FullPath, watcherOptions: options, cancellationToken: Token);

    private static async Task UntilAsync(Func<bool> holds)
    {
        long started = Stopwatch.GetTimestamp();
        while (!holds())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(60), "the watcher did not notice");
            await Task.Delay(20, Token);
        }
    }
}
