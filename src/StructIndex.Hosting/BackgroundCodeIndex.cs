using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace StructIndex;

/// <summary>Builds the index of an application in the background and holds the current one.</summary>
internal sealed partial class BackgroundCodeIndex(IOptions<StructIndexOptions> options, ILogger<BackgroundCodeIndex>? logger = null)
    : BackgroundService, ICodeIndexAccessor, IProgress<IndexProgress>
{
    // Updates take at most a twentieth of the time.
    private const int RestShare = 19;

    private readonly ILogger _logger = logger ?? (ILogger)NullLogger.Instance;
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _whole = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile CodeIndex? _current;
    private volatile CodeIndexState _state = new(CodeIndexPhase.Building);

    public CodeIndex? Current => _current;

    public CodeIndexState State => _state;

    public async Task<CodeIndex> WaitAsync(bool withEdges = false, CancellationToken cancellationToken = default)
    {
        await (withEdges ? _whole : _first).Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        return _current!;
    }

    public void Report(IndexProgress value)
    {
        // A failure stays said until an update succeeds.
        _state = _state.Phase == CodeIndexPhase.Failed ? _state : _state with { Progress = value };
        options.Value.Progress?.Report(value);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        _first.TrySetCanceled(CancellationToken.None);
        _whole.TrySetCanceled(CancellationToken.None);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        IndexWork work = new(options.Value, this);
        try
        {
            await foreach (CodeIndex index in work.BuildAsync(stoppingToken).ConfigureAwait(false))
            {
                _current = index;
                _state = new CodeIndexState(CodeIndexPhase.Binding);
                LogIndexed(options.Value.Root, index.Units.Count, index.Graph.Edges.Count, index.Failures.Count);
                _first.TrySetResult();
            }

            _state = new CodeIndexState(CodeIndexPhase.Ready);
            _whole.TrySetResult();
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            Fail(failure);
            return;
        }

        TimeSpan took = TimeSpan.Zero;
        while (work.UpdateEvery is { } pause)
        {
            await Task.Delay(pause > took * RestShare ? pause : took * RestShare, stoppingToken).ConfigureAwait(false);
            took = await UpdateAsync(work, stoppingToken).ConfigureAwait(false);
        }
    }

    private async Task<TimeSpan> UpdateAsync(IndexWork work, CancellationToken stoppingToken)
    {
        long started = Stopwatch.GetTimestamp();
        try
        {
            _current = await work.UpdateAsync(_current!, stoppingToken).ConfigureAwait(false);
            _state = new CodeIndexState(CodeIndexPhase.Ready);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            Fail(failure);
        }

        return Stopwatch.GetElapsedTime(started);
    }

    private void Fail(Exception failure)
    {
        string message = failure.Message.Split('\n')[0];
        if (_state.Failure != message)
        {
            LogFailed(failure, options.Value.Root);
        }

        _state = new CodeIndexState(CodeIndexPhase.Failed, Failure: message);
        StructIndexException told = failure as StructIndexException ?? new StructIndexException(message, options.Value.Root, failure);
        foreach (TaskCompletionSource waiting in (TaskCompletionSource[])[_first, _whole])
        {
            // Observed here: it may never be awaited.
            waiting.TrySetException(told);
            _ = waiting.Task.Exception;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Indexed {Root}: {Units} units, {Edges} edges, {Failures} failures")]
    private partial void LogIndexed(string root, int units, int edges, int failures);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Root} could not be indexed")]
    private partial void LogFailed(Exception failure, string root);
}
