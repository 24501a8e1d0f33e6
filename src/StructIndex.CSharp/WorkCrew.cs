using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace StructIndex;

/// <summary>The threads of <see cref="DeepWorkers"/> and who looks after them: the thread that calls <see cref="Run"/>.</summary>
/// <param name="count">Number of items.</param>
/// <param name="work">Works on an item and gives what publishes its result.</param>
/// <param name="limit">Time an item may take.</param>
/// <param name="overdue">Publishes a result for an item that took longer.</param>
/// <param name="onDone">Called once for each item, after its result is published.</param>
[SuppressMessage("Design", "CA1001", Justification = "A thread that was left behind may still set the event; without a handle it holds nothing to release.")]
internal sealed class WorkCrew(int count, Func<int, CancellationToken, Action> work, Func<int, TimeSpan> limit, Action<int> overdue, Action<int> onDone)
{
    /// <summary>
    /// Deep enough for code nested to <see cref="NestingCheck.MaxDepth"/>, with room to spare; memory is only taken when used.
    /// </summary>
    private const int StackBytes = 64 << 20;

    /// <summary>How often the clock is looked at, and how long threads have to hear that all shall stop.</summary>
    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(100);

    /// <summary>Time a thread has to hear that its item's time is over.</summary>
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(1);

    /// <summary>Threads left behind go on using a processor. After so many the items not begun are overdue at once.</summary>
    private static readonly int s_maxLeftBehind = 2 * Environment.ProcessorCount;

    private readonly Lock _gate = new();
    private readonly ManualResetEventSlim _ended = new();
    private readonly List<Worker> _working = [];
    private int _next;
    private int _leftBehind;
    private bool _isStopped;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Makes <see cref="Run"/> return soon.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            _isStopped = true;
            _working.ForEach(worker => worker.Time.Cancel());
        }

        _ended.Set();
    }

    /// <summary>Works on all items.</summary>
    public void Run()
    {
        lock (_gate)
        {
            for (int i = Math.Min(count, Environment.ProcessorCount); i > 0; i--)
            {
                Start();
            }
        }

        for (bool done = false; !done;)
        {
            List<int> late = [];
            done = LookAfter(late);
            late.ForEach(onDone);
            if (!done)
            {
                _ended.Wait(s_tick);
            }
        }

        if (_isStopped)
        {
            foreach (Worker worker in Working())
            {
                worker.Thread.Join(s_tick / Environment.ProcessorCount);
            }
        }

        _failure?.Throw();
    }

    private Worker[] Working()
    {
        lock (_gate)
        {
            return [.. _working];
        }
    }

    /// <summary>
    /// Tells threads that their time is over, leaves those behind that did not hear of it, and says whether there is nothing to wait for.
    /// </summary>
    private bool LookAfter(List<int> late)
    {
        WorkClock now = WorkClock.Now;
        lock (_gate)
        {
            foreach (Worker worker in _working.Where(worker => worker.Clock is not null).ToArray())
            {
                TimeSpan over = worker.Clock!.Value.Until(now, _working.Count) - limit(worker.Item);
                if (over > TimeSpan.Zero)
                {
                    worker.Time.Cancel();
                }

                if (over > s_grace)
                {
                    _working.Remove(worker);
                    _leftBehind++;
                    Overdue(worker.Item, late);
                    if (_leftBehind < s_maxLeftBehind)
                    {
                        Start();
                    }
                }
            }

            while (_leftBehind >= s_maxLeftBehind && _next < count)
            {
                Overdue(_next++, late);
            }

            return _working.Count == 0 || _isStopped || _failure is not null;
        }
    }

    private void Overdue(int item, List<int> late)
    {
        overdue(item);
        late.Add(item);
    }

    private void Start()
    {
        Worker worker = new();
        worker.Thread = new Thread(() => Work(worker), StackBytes) { IsBackground = true, Name = "StructIndex C#" };
        _working.Add(worker);
        worker.Thread.Start();
    }

    private void Work(Worker worker)
    {
        try
        {
            while (Take(worker))
            {
                if (Publish(worker, Do(worker)))
                {
                    onDone(worker.Item);
                }
            }
        }
        catch (Exception e)
        {
            // Carried over to the caller's thread; nothing may escape from a bare thread.
            lock (_gate)
            {
                _failure ??= _working.Contains(worker) && !_isStopped ? ExceptionDispatchInfo.Capture(e) : null;
            }
        }

        lock (_gate)
        {
            // One that was left behind has come to its end after all.
            _leftBehind -= _working.Remove(worker) ? 0 : 1;
            if (_working.Count == 0 || _failure is not null)
            {
                _ended.Set();
            }
        }
    }

    private Action Do(Worker worker)
    {
        try
        {
            return work(worker.Item, worker.Time.Token);
        }
        catch (OperationCanceledException) when (worker.Time.IsCancellationRequested && !_isStopped)
        {
            return () => overdue(worker.Item);
        }
    }

    private bool Publish(Worker worker, Action result)
    {
        lock (_gate)
        {
            bool isCounted = _working.Contains(worker);
            if (isCounted)
            {
                result();
                worker.Clock = null;
            }

            return isCounted;
        }
    }

    private bool Take(Worker worker)
    {
        lock (_gate)
        {
            if (_next >= count || _isStopped || _failure is not null || !_working.Contains(worker))
            {
                return false;
            }

            worker.Item = _next++;
            worker.Clock = WorkClock.Now;
            worker.Time = worker.Time.IsCancellationRequested ? new CancellationTokenSource() : worker.Time;
            return true;
        }
    }

    private sealed class Worker
    {
        public Thread Thread { get; set; } = null!;

        public int Item { get; set; }

        /// <summary>Runs while the thread is at work on its item.</summary>
        public WorkClock? Clock { get; set; }

        public CancellationTokenSource Time { get; set; } = new();
    }
}
