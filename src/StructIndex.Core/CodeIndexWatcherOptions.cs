namespace StructIndex;

/// <summary>How a folder is watched.</summary>
public sealed record CodeIndexWatcherOptions
{
    /// <summary>
    /// How long nothing may change before an update begins, so that a checkout of another branch is one change. While changes go on, an
    /// update begins after ten times as long.
    /// </summary>
    /// <value>The default value is 200 ms; more than zero.</value>
    public TimeSpan Quiet
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            field = value;
        }
    } = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// How often the files are compared with the index where the file system reports no changes; where it does, how often it is looked
    /// whether the folder itself is still there.
    /// </summary>
    /// <value>The default value is 2 s; more than zero.</value>
    public TimeSpan PollInterval
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            field = value;
        }
    } = TimeSpan.FromSeconds(2);

    /// <summary>Whether to poll from the start: for folders of another machine, whose changes the file system reports only in part.</summary>
    /// <value>The default value is false.</value>
    public bool UsePolling { get; init; }

    /// <summary>
    /// Called when an update could not be made, with <see cref="CodeIndexWatcher.Failure"/>; once for the same failure until an update
    /// succeeds. It must not throw.
    /// </summary>
    /// <value>The default value is null.</value>
    public Action<Exception>? OnFailure { get; init; }
}
