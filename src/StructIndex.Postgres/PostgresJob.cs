namespace StructIndex;

/// <summary>A branch that waits to be pushed, or was.</summary>
/// <param name="Repository">Name of the code base.</param>
/// <param name="Branch">Its branch.</param>
/// <param name="Source">Where its files are: a folder or an index file, by a path that every worker sees.</param>
public sealed record PostgresJob(string Repository, string Branch, string Source)
{
    /// <summary>What the push did.</summary>
    /// <value>Null before the push, and where it failed.</value>
    public CollectionUpdate? Update { get; init; }

    /// <summary>Why the branch was not pushed.</summary>
    /// <value>Null where it was.</value>
    public string? Error { get; init; }
}
