using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace StructIndex;

/// <summary>Builds the index of an application in the background and holds the current one.</summary>
internal sealed partial class BackgroundCodeIndex(IOptions<StructIndexOptions> options, ILogger<BackgroundCodeIndex>? logger = null)
    : BackgroundService, ICodeIndexAccessor, IProgress<IndexProgress>
{
    private readonly ILogger _logger = logger ?? (ILogger)NullLogger.Instance;
    private readonly TaskCompletionSource<CodeIndex> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<CodeIndex> _whole = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile CodeIndex? _current;
    private volatile CodeIndexState _state = new(CodeIndexPhase.Building);

    public CodeIndex? Current => _current;

    public CodeIndexState State => _state;

    public Task<CodeIndex> WaitAsync(bool withEdges = false, CancellationToken cancellationToken = default) => (withEdges ? _whole : _first).Task.WaitAsync(cancellationToken);

    public void Report(IndexProgress value)
    {
        _state = _state with { Progress = value };
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
        try
        {
            await foreach (CodeIndex index in IndexStages.RunAsync(options.Value, this, stoppingToken).ConfigureAwait(false))
            {
                _current = index;
                _state = new CodeIndexState(CodeIndexPhase.Binding);
                LogIndexed(options.Value.Root, index.Units.Count, index.Graph.Edges.Count, index.Failures.Count);
                _first.TrySetResult(index);
            }

            _state = new CodeIndexState(CodeIndexPhase.Ready);
            _whole.TrySetResult(_current!);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            Fail(failure);
        }
    }

    private void Fail(Exception failure)
    {
        string message = failure.Message.Split('\n')[0];
        LogFailed(failure, options.Value.Root);
        _state = new CodeIndexState(CodeIndexPhase.Failed, Failure: message);
        StructIndexException told = failure as StructIndexException ?? new StructIndexException(message, options.Value.Root, failure);
        foreach (TaskCompletionSource<CodeIndex> waiting in (TaskCompletionSource<CodeIndex>[])[_first, _whole])
        {
            // Observed here: it may be that nobody ever waits.
            waiting.TrySetException(told);
            _ = waiting.Task.Exception;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Indexed {Root}: {Units} units, {Edges} edges, {Failures} failures")]
    private partial void LogIndexed(string root, int units, int edges, int failures);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Root} could not be indexed")]
    private partial void LogFailed(Exception failure, string root);
}
