namespace StructIndex.Tests;

public sealed class DeepWorkersTests
{
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(60);

    [Fact]
    public void Results_come_in_the_order_of_the_items_and_each_is_told_once()
    {
        int told = 0;
        int[] results = Map([.. Enumerable.Range(0, 1000)], (i, _) => i * i, onDone: _ => Interlocked.Increment(ref told));
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => i * i), results);
        Assert.Equal(1000, told);
        Assert.Empty(Map([], (_, _) => 0));
    }

    [Fact]
    public async Task An_item_that_does_not_end_gives_way_to_the_others()
    {
        bool end = false;
        int told = 0;
        Task<int[]> work = Task.Run(() => Map([0, 1, 2, 3], (i, _) => i != 1 || Spin(ref end) ? i : -2, TimeSpan.FromMilliseconds(50), onDone: _ => Interlocked.Increment(ref told)));
        try
        {
            Assert.Equal<int[]>([0, -1, 2, 3], await work.WaitAsync(s_bound, TestContext.Current.CancellationToken));
            Assert.Equal(4, told);
        }
        finally
        {
            Volatile.Write(ref end, true);
        }
    }

    [Fact]
    public async Task Items_that_never_end_do_not_take_more_and_more_threads()
    {
        bool end = false;
        int begun = 0;
        int[] items = [.. Enumerable.Range(0, 200)];
        Task<int[]> work = Task.Run(() => Map(items, (_, _) => Interlocked.Increment(ref begun) > 0 && Spin(ref end) ? 1 : 2, TimeSpan.FromMilliseconds(1)));
        try
        {
            Assert.All(await work.WaitAsync(s_bound, TestContext.Current.CancellationToken), result => Assert.Equal(-1, result));
            Assert.InRange(begun, 1, 4 * Environment.ProcessorCount);
        }
        finally
        {
            Volatile.Write(ref end, true);
        }
    }

    [Fact]
    public void An_item_is_told_when_its_time_is_over_and_may_give_what_it_has()
    {
        int[] results = Map([0, 1, 2], (i, time) =>
        {
            while (i == 1 && !time.IsCancellationRequested)
            {
            }

            if (i == 2)
            {
                time.ThrowIfCancellationRequested();
            }

            return i;
        }, TimeSpan.FromMilliseconds(50));
        Assert.Equal([0, 1, 2], results);

        int[] thrown = Map([0, 1], (i, time) =>
        {
            while (i == 1)
            {
                time.ThrowIfCancellationRequested();
            }

            return i;
        }, TimeSpan.FromMilliseconds(50));
        Assert.Equal([0, -1], thrown);
    }

    [Fact]
    public async Task Cancellation_does_not_wait_for_a_thread_that_does_not_hear_it()
    {
        bool end = false;
        using CancellationTokenSource stop = new();
        Task work = Task.Run(() => Map([0], (_, _) => Spin(ref end, stop.Cancel) ? 1 : 2, TimeSpan.FromHours(1), cancellationToken: stop.Token), TestContext.Current.CancellationToken);
        try
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work.WaitAsync(s_bound, TestContext.Current.CancellationToken));
        }
        finally
        {
            Volatile.Write(ref end, true);
        }
    }

    [Fact]
    public void An_exception_of_the_work_comes_to_the_caller()
        => Assert.Throws<InvalidDataException>(() => Map([.. Enumerable.Range(0, 100)], (i, _) => i == 50 ? throw new InvalidDataException() : i));

    private static int[] Map(int[] items, Func<int, CancellationToken, int> work, TimeSpan? limit = null, Action<int>? onDone = null, CancellationToken cancellationToken = default)
        => DeepWorkers.Map(items, work, _ => limit ?? TimeSpan.FromMinutes(5), _ => -1, onDone, cancellationToken);

    private static bool Spin(ref bool end, Action? begin = null)
    {
        begin?.Invoke();
        while (!Volatile.Read(ref end))
        {
        }

        return true;
    }
}
