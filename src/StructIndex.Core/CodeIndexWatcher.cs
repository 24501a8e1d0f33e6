using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace StructIndex;

/// <summary>
/// Keeps the index of files up to date. Events of the file system say when to look; each time all files are compared, so that lost
/// events lose nothing, and once a minute without any. While a folder is gone, the last index stays. Thread-safe.
/// </summary>
public sealed class CodeIndexWatcher : IAsyncDisposable
{
    private const int MaxQuietPeriods = 10;
    private static readonly TimeSpan s_fullCheck = TimeSpan.FromMinutes(1);

    private readonly CodeIndexBuilder _builder;
    private readonly ISourceProvider _source;
    private readonly CodeIndexWatcherOptions _options;
    private readonly FolderEvents _events;
    private readonly SemaphoreSlim _updating = new(1, 1);
    private readonly CancellationTokenSource _stop = new();
    private ImmutableList<Channel<CodeIndexChange>> _listeners = [];
    private volatile CodeIndex _current;
    private Task _loop = Task.CompletedTask;

    private CodeIndexWatcher(CodeIndexBuilder builder, ISourceProvider source, CodeIndexWatcherOptions options, FolderEvents events, CodeIndex first) =>
        (_builder, _source, _options, _events, _current) = (builder, source, options, events, first);

    /// <summary>
    /// The index of the files as they were at the last update. Each value is immutable and goes on answering after it is replaced.
    /// </summary>
    public CodeIndex Current => _current;

    /// <summary>Why the files are polled in place of being watched, in a sentence; null while it is watched.</summary>
    public string? PollingReason => _events.Problem;

    /// <summary>
    /// What kept the last update from being made, such as a model that did not answer or a folder that is gone; null when nothing did. <see cref="Current"/> is the
    /// index before, and the update is tried again.
    /// </summary>
    public Exception? Failure { get; private set; }

    /// <summary>The changes from now on, each once it is in <see cref="Current"/>; ends when the watcher is disposed.</summary>
    /// <param name="cancellationToken">Ends the listening.</param>
    public async IAsyncEnumerable<CodeIndexChange> ChangesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Channel<CodeIndexChange> channel = Channel.CreateUnbounded<CodeIndexChange>();
        ImmutableInterlocked.Update(ref _listeners, static (listeners, added) => listeners.Add(added), channel);
        try
        {
            if (_stop.IsCancellationRequested)
            {
                yield break;
            }

            await foreach (CodeIndexChange change in channel.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return change;
            }
        }
        finally
        {
            ImmutableInterlocked.Update(ref _listeners, static (listeners, removed) => listeners.Remove(removed), channel);
        }
    }

    /// <summary>Compares the files with the index now, without waiting for an event.</summary>
    /// <param name="cancellationToken">Stops the update.</param>
    /// <returns>The index of the files as they are.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<CodeIndex> RefreshAsync(CancellationToken cancellationToken = default)
    {
        await _updating.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            CodeIndex before = _current;
            if (_events.Missing is null && await _builder.UpdateAsync(before, _source, null, cancellationToken).ConfigureAwait(false) is var updated && !ReferenceEquals(updated, before)
                && _events.Missing is null)
            {
                // A folder that went while its files were read looks like one without files.
                _current = updated;
                CodeIndexChange change = CodeIndexChange.Between(before.State!.Files, updated.State!.Files);
                _listeners.ForEach(listener => listener.Writer.TryWrite(change));
            }

            return _current;
        }
        finally
        {
            _updating.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _events.Dispose();
        _listeners.ForEach(listener => listener.Writer.TryComplete());
    }

    internal static async Task<CodeIndexWatcher> StartAsync(CodeIndexBuilder builder, ISourceProvider source, CodeIndexWatcherOptions options, IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        // Watched from before the first file is read, so that no change is missed.
        FolderEvents events = EventsOf(source, options);
        try
        {
            events.Watch();
            return Start(builder, source, options, events, await builder.BuildAsync(source, progress, cancellationToken).ConfigureAwait(false));
        }
        catch
        {
            events.Dispose();
            throw;
        }
    }

    internal static CodeIndexWatcher Start(CodeIndexBuilder builder, ISourceProvider source, CodeIndexWatcherOptions options, CodeIndex index)
    {
        // As soon as it watches, there is a first change, which leads to a comparison.
        FolderEvents events = EventsOf(source, options);
        events.Watch();
        return Start(builder, source, options, events, index);
    }

    private static CodeIndexWatcher Start(CodeIndexBuilder builder, ISourceProvider source, CodeIndexWatcherOptions options, FolderEvents events, CodeIndex index)
    {
        CodeIndexWatcher watcher = new(builder, source, options, events, index);
        watcher._loop = Task.Run(watcher.WatchAsync, CancellationToken.None);
        return watcher;
    }

    private static FolderEvents EventsOf(ISourceProvider source, CodeIndexWatcherOptions options) => new((source as IFolderSource)?.Folders ?? [], !options.UsePolling);

    private async Task WatchAsync()
    {
        long compared = Stopwatch.GetTimestamp();
        while (true)
        {
            bool isChanged = await _events.WaitAsync(_options.PollInterval, _stop.Token).ConfigureAwait(false);
            if (isChanged)
            {
                await SettleAsync().ConfigureAwait(false);
            }

            _events.Watch();
            if (!isChanged && _events.Problem is null && Stopwatch.GetElapsedTime(compared) < s_fullCheck)
            {
                continue;
            }

            compared = Stopwatch.GetTimestamp();
            try
            {
                await RefreshAsync(_stop.Token).ConfigureAwait(false);
                Note(_events.Missing is { } gone ? new DirectoryNotFoundException($"The folder {gone} is gone; the index answers as of before.") : null);
            }
            catch (Exception e) when (!_stop.IsCancellationRequested)
            {
                Note(e);
            }
        }
    }

    private void Note(Exception? failure)
    {
        bool isNew = failure is not null && Failure?.Message != failure.Message;
        Failure = failure;
        if (isNew)
        {
            _options.OnFailure?.Invoke(failure!);
        }
    }

    private async Task SettleAsync()
    {
        for (int period = 0; period < MaxQuietPeriods; period++)
        {
            if (!await _events.WaitAsync(_options.Quiet, _stop.Token).ConfigureAwait(false))
            {
                return;
            }

            // Events come in thousands; each wait takes all there are so far.
            await Task.Delay(_options.Quiet, _stop.Token).ConfigureAwait(false);
        }
    }
}
