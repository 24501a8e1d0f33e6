using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace StructIndex.Tests;

/// <summary>What calls answer while the index is still being built.</summary>
public class McpWaitingTests
{
    [Fact]
    public async Task A_call_that_waited_long_enough_says_how_far_indexing_is()
    {
        await using McpSession session = await McpSession.OpenAsync(new HeldIndex(), TimeSpan.Zero);
        Assert.Contains("The index is being built (parsing, 3 of 12). Call again", await session.RefuseAsync("search", new { query = "anything" }), StringComparison.Ordinal);
        Assert.StartsWith("The index is being built (parsing, 3 of 12).", await session.AskAsync("status"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_answer_before_the_edges_are_there()
    {
        HeldIndex held = new();
        held.Bring(await ShopCode.IndexAsync(), isWhole: false);
        await using McpSession session = await McpSession.OpenAsync(held, TimeSpan.Zero);
        Assert.Contains("Shop.Stock.Take", await session.AskAsync("search", new { query = "take an item from the shelf" }), StringComparison.Ordinal);
        Assert.Contains("edges still to come", await session.RefuseAsync("callers", new { symbol = "Take" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_waiting_call_reports_progress_and_then_answers()
    {
        HeldIndex held = new();
        await using McpSession session = await McpSession.OpenAsync(held, TimeSpan.FromMinutes(1));
        TaskCompletionSource<string> reported = new();
        Task<CallToolResult> call = session.CallAsync("search", new { query = "take an item from the shelf" }, new Reports(value => reported.TrySetResult(value.Message ?? ""))).AsTask();
        Assert.Equal("The index is being built (parsing, 3 of 12).", await reported.Task.WaitAsync(TestContext.Current.CancellationToken));
        Assert.False(call.IsCompleted);
        held.Bring(await ShopCode.IndexAsync(), isWhole: true);
        Assert.Contains("Shop.Stock.Take", McpSession.Text(await call), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_call_ends_and_the_session_goes_on()
    {
        await using McpSession session = await McpSession.OpenAsync(new HeldIndex(), TimeSpan.FromMinutes(1));
        using CancellationTokenSource cancel = new();
        Task<CallToolResult> call = session.CallAsync("search", new { query = "anything" }, new Reports(_ => cancel.Cancel()), cancel.Token).AsTask();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.StartsWith("The index is being built", await session.AskAsync("status"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_build_that_failed_is_said()
    {
        HeldIndex held = new();
        held.Fail("The folder is gone.");
        await using McpSession session = await McpSession.OpenAsync(held);
        Assert.Contains("There is no index: The folder is gone.", await session.RefuseAsync("outline", new { path = "a.py" }), StringComparison.Ordinal);
        Assert.StartsWith("The index is failed: The folder is gone.", await session.AskAsync("status"), StringComparison.Ordinal);
    }

    private sealed class Reports(Action<ProgressNotificationValue> action) : IProgress<ProgressNotificationValue>
    {
        public void Report(ProgressNotificationValue value) => action(value);
    }
}
