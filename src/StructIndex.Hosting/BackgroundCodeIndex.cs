using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace StructIndex;

/// <summary>Builds the index of an application in the background, follows its files, and holds the current one.</summary>
internal sealed partial class BackgroundCodeIndex(IOptions<StructIndexOptions> options, IServiceProvider services, ILogger<BackgroundCodeIndex>? logger = null)
    : BackgroundService, ICodeIndexAccessor, IProgress<IndexProgress>
{
    private readonly ILogger _logger = logger ?? (ILogger)NullLogger.Instance;
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _whole = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile CodeIndex? _built;
    private volatile CodeIndexWatcher? _watcher;
    private volatile CodeIndexState _state = new(CodeIndexPhase.Building);

    public CodeIndex? Current => _watcher?.Current ?? _built;

    public CodeIndexState State => _watcher?.Failure is { } failure ? new CodeIndexState(CodeIndexPhase.Failed, Failure: Describe(failure)) : _state;

    public async Task<CodeIndex> WaitAsync(bool withEdges = false, CancellationToken cancellationToken = default)
    {
        await (withEdges ? _whole : _first).Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        return Current!;
    }

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
            IndexWork work = new(options.Value, GeneratorOf(options.Value), this);
            await foreach (CodeIndex index in work.BuildAsync(LogNotBegun, stoppingToken).ConfigureAwait(false))
            {
                _built = index;
                _state = new CodeIndexState(CodeIndexPhase.Binding);
                LogIndexed(options.Value.Root, index.Units.Count, index.Graph.Edges.Count, index.Failures.Count);
                _first.TrySetResult();
            }

            if (work.Watch(_built!, LogUpdateFailed) is not { } watcher)
            {
                BeReady();
                await KeepAsync(work, stoppingToken).ConfigureAwait(false);
                return;
            }

            await using (watcher.ConfigureAwait(false))
            {
                _watcher = watcher;
                BeReady();
                await Task.WhenAll(KeepAsync(work, stoppingToken), FollowAsync(watcher, stoppingToken)).ConfigureAwait(false);
            }
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            Fail(failure);
        }
    }

    private IEmbeddingGenerator<string, Embedding<float>>? GeneratorOf(StructIndexOptions of) => !of.TakesRegisteredGenerator ? of.Index.EmbeddingGenerator
        : of.GeneratorKey is null ? services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>()
        : services.GetRequiredKeyedService<IEmbeddingGenerator<string, Embedding<float>>>(of.GeneratorKey);

    private async Task KeepAsync(IndexWork work, CancellationToken stoppingToken)
    {
        try
        {
            await work.KeepAsync(_built!, stoppingToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            LogNotKept(e, options.Value.Root);
        }
    }

    private async Task FollowAsync(CodeIndexWatcher watcher, CancellationToken stoppingToken)
    {
        if (watcher.PollingReason is { } reason)
        {
            LogPolling(options.Value.Root, reason);
        }

        await foreach (CodeIndexChange change in watcher.ChangesAsync(stoppingToken).ConfigureAwait(false))
        {
            LogUpdated(options.Value.Root, change.Added.Count, change.Changed.Count, change.Removed.Count);
        }
    }

    private void BeReady()
    {
        _state = new CodeIndexState(CodeIndexPhase.Ready);
        _whole.TrySetResult();
    }

    private void Fail(Exception failure)
    {
        LogFailed(failure, options.Value.Root);
        _state = new CodeIndexState(CodeIndexPhase.Failed, Failure: Describe(failure));
        StructIndexException told = failure as StructIndexException ?? new StructIndexException(Describe(failure), options.Value.Root, failure);
        foreach (TaskCompletionSource waiting in (TaskCompletionSource[])[_first, _whole])
        {
            // Observed here: it may never be awaited.
            waiting.TrySetException(told);
            _ = waiting.Task.Exception;
        }
    }

    private void LogUpdateFailed(Exception failure) => LogNotUpdated(failure, options.Value.Root);

    private void LogNotBegun(Exception failure) => LogBuiltAnew(options.Value.Root, Describe(failure));

    private static string Describe(Exception failure) => failure.Message.Split('\n')[0];

    [LoggerMessage(Level = LogLevel.Information, Message = "Indexed {Root}: {Units} units, {Edges} edges, {Failures} failures")]
    private partial void LogIndexed(string root, int units, int edges, int failures);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Updated the index of {Root}: {Added} files added, {Changed} changed, {Removed} removed")]
    private partial void LogUpdated(string root, int added, int changed, int removed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Root} is looked at from time to time: {Reason}")]
    private partial void LogPolling(string root, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The index of {Root} is built anew: {Reason}")]
    private partial void LogBuiltAnew(string root, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The index of {Root} was not kept for the next run")]
    private partial void LogNotKept(Exception failure, string root);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Root} could not be indexed")]
    private partial void LogFailed(Exception failure, string root);

    [LoggerMessage(Level = LogLevel.Error, Message = "The index of {Root} could not be updated; the one before goes on answering")]
    private partial void LogNotUpdated(Exception failure, string root);
}
