using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace StructIndex;

/// <summary>
/// Keeps the index of a folder up to date. Events of the file system say when to look; each time the whole folder is compared, so that lost
/// events lose nothing, and once a minute without any. While the folder is gone, the last index stays. Thread-safe.
/// </summary>
public sealed class CodeIndexWatcher : IAsyncDisposable
{
    private const int MaxQuietPeriods = 10;
    private static readonly TimeSpan s_fullCheck = TimeSpan.FromMinutes(1);

    private readonly CodeIndexBuilder _builder;
    private readonly DirectorySource _source;
    private readonly CodeIndexWatcherOptions _options;
    private readonly FolderEvents _events;
    private readonly SemaphoreSlim _updating = new(1, 1);
    private readonly CancellationTokenSource _stop = new();
    private ImmutableList<Channel<CodeIndexChange>> _listeners = [];
    private volatile CodeIndex _current;
    private Task _loop = Task.CompletedTask;

    private CodeIndexWatcher(CodeIndexBuilder builder, DirectorySource source, CodeIndexWatcherOptions options, FolderEvents events, CodeIndex first) =>
        (_builder, _source, _options, _events, _current) = (builder, source, options, events, first);

    /// <summary>
    /// The index of the folder as it was at the last update. Each value is immutable and goes on answering after it is replaced.
    /// </summary>
    public CodeIndex Current => _current;

    /// <summary>Why the folder is polled in place of being watched, in a sentence; null while it is watched.</summary>
    public string? PollingReason => _events.Problem;

    /// <summary>
    /// What kept the last update from being made, such as a model that did not answer; null when nothing did. <see cref="Current"/> is the
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

    /// <summary>Compares the folder with the index now, without waiting for an event.</summary>
    /// <param name="cancellationToken">Stops the update.</param>
    /// <returns>The index of the folder as it is.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<CodeIndex> RefreshAsync(CancellationToken cancellationToken = default)
    {
        await _updating.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            CodeIndex before = _current;
            if (Directory.Exists(_source.RootDirectory) && await _builder.UpdateAsync(before, _source, null, cancellationToken).ConfigureAwait(false) is var updated && !ReferenceEquals(updated, before))
            {
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

    internal static async Task<CodeIndexWatcher> StartAsync(CodeIndexBuilder builder, DirectorySource source, CodeIndexWatcherOptions options, IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        // Watched from before the first file is read, so that no change is missed.
        FolderEvents events = new(source.RootDirectory, !options.UsePolling);
        try
        {
            events.Watch();
            CodeIndex first = await builder.BuildAsync(source, progress, cancellationToken).ConfigureAwait(false);
            CodeIndexWatcher watcher = new(builder, source, options, events, first);
            watcher._loop = Task.Run(watcher.WatchAsync, CancellationToken.None);
            return watcher;
        }
        catch
        {
            events.Dispose();
            throw;
        }
    }

    private async Task WatchAsync()
    {
        while (true)
        {
            if (await _events.WaitAsync(_events.Problem is null ? s_fullCheck : _options.PollInterval, _stop.Token).ConfigureAwait(false))
            {
                await SettleAsync().ConfigureAwait(false);
            }

            _events.Watch();
            try
            {
                await RefreshAsync(_stop.Token).ConfigureAwait(false);
                Failure = null;
            }
            catch (Exception e) when (!_stop.IsCancellationRequested)
            {
                Failure = e;
            }
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
