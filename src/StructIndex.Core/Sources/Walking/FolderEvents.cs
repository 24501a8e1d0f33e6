namespace StructIndex;

/// <summary>
/// Says when something in folders may have changed. It watches by the events of the file system; where those cannot be had, or a folder
/// is gone, it says why and leaves it to the caller to look from time to time, and watches again as soon as it can.
/// </summary>
/// <param name="folders">Absolute paths of the folders.</param>
/// <param name="isWanted">Whether to watch at all.</param>
internal sealed class FolderEvents(IReadOnlyList<string> folders, bool isWanted) : IDisposable
{
    // The most that a file system is asked to keep; it costs memory only while events wait.
    private const int BufferBytes = 64 << 10;

    private readonly SemaphoreSlim _changed = new(0, 1);
    private readonly Lock _gate = new();
    private readonly FileSystemWatcher?[] _watchers = new FileSystemWatcher?[folders.Count];
    private readonly DateTime[] _created = new DateTime[folders.Count];

    /// <summary>Why not everything is watched; null while it is.</summary>
    public string? Problem { get; private set; } = folders.Count == 0 ? "The files are of no folder." : isWanted ? "It has not begun to watch." : "Polling was asked for.";

    /// <summary>A folder that is not there; null while all are.</summary>
    public string? Missing => folders.FirstOrDefault(folder => !Directory.Exists(folder));

    /// <summary>
    /// Begins to watch where that is wanted and possible, and a folder that is gone or another one, of which a watcher need not tell, no longer.
    /// </summary>
    public void Watch()
    {
        bool isNew = false;
        lock (_gate)
        {
            for (int i = 0; i < folders.Count && isWanted; i++)
            {
                DateTime created = Directory.GetCreationTimeUtc(folders[i]);
                if (_watchers[i] is { } watcher && (created != _created[i] || !Directory.Exists(folders[i])))
                {
                    watcher.Dispose();
                    _watchers[i] = null;
                    Problem = $"The folder {folders[i]} was removed.";
                }

                if (_watchers[i] is null && Directory.Exists(folders[i]))
                {
                    (_watchers[i], _created[i]) = (Begin(folders[i]), created);
                    isNew |= _watchers[i] is not null;
                }
            }

            Problem = _watchers.Length > 0 && Array.TrueForAll(_watchers, static watcher => watcher is not null) ? null : Problem;
        }

        if (isNew)
        {
            // What happened between two watchers no event tells of.
            Signal();
        }
    }

    /// <summary>Waits for a change.</summary>
    /// <param name="timeout">How long.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>False when the time passed without one.</returns>
    public Task<bool> WaitAsync(TimeSpan timeout, CancellationToken cancellationToken) => _changed.WaitAsync(timeout, cancellationToken);

    /// <summary>Takes note that events were lost: too many at once, or a folder itself is gone.</summary>
    internal void Lose(Exception reason)
    {
        lock (_gate)
        {
            End();
            Problem = $"Events were lost: {reason.Message}";
        }

        Signal();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            End();
        }
    }

    private FileSystemWatcher? Begin(string folder)
    {
        FileSystemWatcher watcher = new(folder) { IncludeSubdirectories = true, InternalBufferSize = BufferBytes, NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size };
        watcher.Changed += (_, change) => Tell(folder, change.FullPath);
        watcher.Created += (_, change) => Tell(folder, change.FullPath);
        watcher.Deleted += (_, change) => Tell(folder, change.FullPath);
        watcher.Renamed += (_, change) => Tell(folder, change.FullPath);
        watcher.Error += (_, error) => Lose(error.GetException());
        try
        {
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or PlatformNotSupportedException or ArgumentException)
        {
            watcher.Dispose();
            Problem = $"The folder cannot be watched: {e.Message}";
            return null;
        }
    }

    private void End()
    {
        for (int i = 0; i < _watchers.Length; i++)
        {
            _watchers[i]?.Dispose();
            _watchers[i] = null;
        }
    }

    private void Tell(string folder, string path)
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
