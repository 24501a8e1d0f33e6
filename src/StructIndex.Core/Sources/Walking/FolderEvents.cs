namespace StructIndex;

/// <summary>
/// Says when something in a folder may have changed. It watches by the events of the file system; where those cannot be had, or the folder
/// is gone, it says why and leaves it to the caller to look from time to time, and watches again as soon as it can.
/// </summary>
/// <param name="folder">Absolute path of the folder.</param>
/// <param name="isWanted">Whether to watch at all.</param>
internal sealed class FolderEvents(string folder, bool isWanted) : IDisposable
{
    // The most that a file system is asked to keep; it costs memory only while events wait.
    private const int BufferBytes = 64 << 10;

    private readonly SemaphoreSlim _changed = new(0, 1);
    private readonly Lock _gate = new();
    private FileSystemWatcher? _watcher;

    /// <summary>Why nothing is watched; null while it is.</summary>
    public string? Problem { get; private set; } = isWanted ? "It has not begun to watch." : "Polling was asked for.";

    /// <summary>Begins to watch where that is wanted and possible.</summary>
    public void Watch()
    {
        lock (_gate)
        {
            if (!isWanted || _watcher is not null || !Directory.Exists(folder))
            {
                return;
            }

            FileSystemWatcher watcher = new(folder) { IncludeSubdirectories = true, InternalBufferSize = BufferBytes, NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size };
            watcher.Changed += (_, change) => Tell(change.FullPath);
            watcher.Created += (_, change) => Tell(change.FullPath);
            watcher.Deleted += (_, change) => Tell(change.FullPath);
            watcher.Renamed += (_, change) => Tell(change.FullPath);
            watcher.Error += (_, error) => Lose(error.GetException());
            try
            {
                watcher.EnableRaisingEvents = true;
                (_watcher, Problem) = (watcher, null);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or PlatformNotSupportedException or ArgumentException)
            {
                watcher.Dispose();
                Problem = $"The folder cannot be watched: {e.Message}";
                return;
            }
        }

        // What happened between two watchers no event tells of.
        Signal();
    }

    /// <summary>Waits for a change.</summary>
    /// <param name="timeout">How long.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>False when the time passed without one.</returns>
    public Task<bool> WaitAsync(TimeSpan timeout, CancellationToken cancellationToken) => _changed.WaitAsync(timeout, cancellationToken);

    /// <summary>Takes note that events were lost: too many at once, or the folder itself is gone.</summary>
    internal void Lose(Exception reason)
    {
        lock (_gate)
        {
            _watcher?.Dispose();
            (_watcher, Problem) = (null, $"Events were lost: {reason.Message}");
        }

        Signal();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _watcher?.Dispose();
            _watcher = null;
        }
    }

    private void Tell(string path)
    {
        // What a walk does not enter changes no index; the parts of the folder's own path do not count.
        ReadOnlySpan<char> inside = path.AsSpan(Math.Min(folder.Length, path.Length));
        foreach (Range part in inside.Split(Path.DirectorySeparatorChar))
        {
            if (SkippedFolders.Contains(inside[part].ToString()))
            {
                return;
            }
        }

        Signal();
    }

    private void Signal()
    {
        try
        {
            _changed.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is known already that something changed.
        }
    }
}
