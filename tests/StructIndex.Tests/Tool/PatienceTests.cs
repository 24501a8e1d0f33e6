namespace StructIndex.Tests;

public sealed class PatienceTests : IDisposable
{
    private readonly CancellationTokenSource _interrupt = new();

    public void Dispose() => _interrupt.Dispose();

    [Fact]
    public async Task What_is_not_interrupted_is_waited_for_and_gives_its_code() =>
        Assert.Equal(1, await Patience.WaitAsync(_ => Task.FromResult(1), TimeSpan.Zero, _interrupt.Token));

    [Fact]
    public async Task Work_that_does_not_look_at_its_token_is_left_after_the_grace()
    {
        TaskCompletionSource entered = new(), never = new();
        Task<int> running = Patience.WaitAsync(
            async _ =>
            {
                entered.SetResult();
                await never.Task;
                return 0;
            },
            TimeSpan.Zero,
            _interrupt.Token);
        await entered.Task;
        Assert.False(running.IsCompleted);
        await _interrupt.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.False(never.Task.IsCompleted);
    }

    [Fact]
    public async Task Work_that_blocks_its_thread_is_left_too()
    {
        using ManualResetEventSlim never = new();
        TaskCompletionSource entered = new();
        Task<int> running = Patience.WaitAsync(
            _ =>
            {
                entered.SetResult();
                never.Wait(CancellationToken.None);
                return Task.FromResult(0);
            },
            TimeSpan.Zero,
            _interrupt.Token);
        await entered.Task;
        await _interrupt.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        never.Set();
    }

    [Fact]
    public async Task Work_that_stops_by_itself_ends_in_its_own_way()
    {
        Task<int> running = Patience.WaitAsync(
            async token =>
            {
                await Task.Delay(Timeout.Infinite, token);
                return 0;
            },
            TimeSpan.FromDays(1),
            _interrupt.Token);
        await _interrupt.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }
}
