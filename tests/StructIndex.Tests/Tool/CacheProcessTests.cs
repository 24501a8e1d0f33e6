using System.Diagnostics;

namespace StructIndex.Tests;

/// <summary>The cache of the command, shared by processes that run at once or are killed.</summary>
public sealed class CacheProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CacheProcessTests()
    {
        for (int i = 0; i < 20; i++)
        {
            Write($"code/module_{i}.py", string.Concat(Enumerable.Range(0, 100).Select(j => $"def function_{i}_{j}(a, b):\n    return function_{i}_{j / 2}(a + {j}, [b])\n\n")));
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Cache => _folder.At("cache/structindex");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Processes_at_once_all_answer_and_leave_one_index()
    {
        Process[] tools = [.. Enumerable.Range(0, 3).Select(_ => Start("function_3_7"))];
        string[] answers = await Task.WhenAll(tools.Select(AnswerAsync));
        Assert.Contains("function_3_7", answers[0], StringComparison.Ordinal);
        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
        AssertOneIndex();
    }

    [Theory]
    [InlineData("reading files")]
    [InlineData("parsing files")]
    [InlineData(".tmp")]
    [InlineData(".index")]
    public async Task A_process_that_is_killed_at_any_moment_leaves_a_cache_that_answers(string moment)
    {
        using (Process tool = Start("function_3_7"))
        {
            while (!tool.HasExited && !await IsAtAsync(moment, tool))
            {
            }

            tool.Kill();
            await tool.WaitForExitAsync(Token);
        }

        Write("code/late.py", "def written_after_the_kill(): pass\n");
        using Process after = Start("written_after_the_kill"), again = Start("written_after_the_kill");
        Assert.Contains("late.py", await AnswerAsync(after), StringComparison.Ordinal);
        Assert.Contains("late.py", await AnswerAsync(again), StringComparison.Ordinal);
        using Process last = Start("written_after_the_kill");
        Assert.Empty(await last.StandardError.ReadToEndAsync(Token));
        Assert.Contains("late.py", await AnswerAsync(last), StringComparison.Ordinal);
        AssertOneIndex();
    }

    [Fact]
    public async Task What_is_followed_begins_with_the_index_that_was_kept()
    {
        using (Process asked = Start("function_3_7"))
        {
            await AnswerAsync(asked);
        }

        Assert.DoesNotContain("parsing files", await WatchAsync("2000 units"), StringComparison.Ordinal);
        Write("code/late.py", "def written_later(): pass\n");
        Assert.Contains("parsing files", await WatchAsync("2001 units"), StringComparison.Ordinal);
        using Process last = Start("written_later");
        Assert.Empty(await last.StandardError.ReadToEndAsync(Token));
        Assert.Contains("late.py", await AnswerAsync(last), StringComparison.Ordinal);
        AssertOneIndex();
    }

    private async Task<string> WatchAsync(string first)
    {
        using Process watch = Run("watch", _folder.At("code"));
        Task<string> error = watch.StandardError.ReadToEndAsync(Token);
        Assert.Contains(first, await watch.StandardOutput.ReadLineAsync(Token), StringComparison.Ordinal);
        watch.Kill();
        return await error;
    }

    private static async Task<string> AnswerAsync(Process tool)
    {
        Task<string> error = tool.StandardError.ReadToEndAsync(Token);
        string answer = await tool.StandardOutput.ReadToEndAsync(Token);
        await tool.WaitForExitAsync(Token);
        Assert.True(tool.ExitCode == 0, await error);
        return answer;
    }

    private void AssertOneIndex() => Assert.Equal([".index", ".state", ".txt"], Directory.EnumerateFiles(Cache).Select(Path.GetExtension).Order(StringComparer.Ordinal));

    /// <summary>Whether a run has come to a moment: a line of its progress, or a file of the cache with some ending.</summary>
    private async Task<bool> IsAtAsync(string moment, Process tool)
    {
        if (moment[0] != '.')
        {
            return (await tool.StandardError.ReadLineAsync(Token))?.Contains(moment, StringComparison.Ordinal) ?? true;
        }

        await Task.Delay(1, Token);
        return Directory.Exists(Cache) && Directory.EnumerateFiles(Cache).Any(file => file.EndsWith(moment, StringComparison.Ordinal));
    }

    private Process Start(string question) => Run("search", _folder.At("code"), question);

    private Process Run(params string[] arguments)
    {
        ProcessStartInfo start = new(Path.Combine(AppContext.BaseDirectory, "StructIndex.Tool"), arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["XDG_CACHE_HOME"] = start.Environment["LOCALAPPDATA"] = _folder.At("cache");
        return Process.Start(start)!;
    }

    // Long ago, as a file written just now is trusted by no cache.
    private void Write(string path, string text)
    {
        _folder.Write(path, text);
        File.SetLastWriteTimeUtc(_folder.At(path), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
    }
}
