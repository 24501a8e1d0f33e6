namespace StructIndex;

/// <summary>Compares an index with its folder by paths and times, without opening a file.</summary>
internal static class Staleness
{
    /// <summary>What has changed since the index was made.</summary>
    /// <param name="contents">What the index holds.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="made">When it was made (UTC).</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    public static CodeIndexChange Of(IndexContents contents, DirectorySource folder, DateTime made, CancellationToken cancellationToken)
    {
        HashSet<string> held = new(Enumerable.Range(0, contents.FileCount).Select(contents.PathOf), StringComparer.Ordinal);
        HashSet<string> failed = new(contents.Failures.Select(failure => failure.Path), StringComparer.Ordinal);
        List<string> added = [], changed = [];
        foreach (string path in folder.Walk(cancellationToken))
        {
            FileInfo file = new(Path.Combine(folder.RootDirectory, path));
            bool isHeld = held.Remove(path);
            if (isHeld && file.LastWriteTimeUtc > made)
            {
                changed.Add(path);
            }
            else if (!isHeld && (file.LastWriteTimeUtc > made || file.CreationTimeUtc > made) && LanguageCatalog.MayBeKnown(path) && !failed.Contains(path))
            {
                added.Add(path);
            }
        }

        return new CodeIndexChange(added, changed, [.. held.Where(path => !File.Exists(Path.Combine(folder.RootDirectory, path))).Order(StringComparer.Ordinal)]);
    }
}
