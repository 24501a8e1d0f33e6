namespace StructIndex;

/// <summary>A folder that is indexed.</summary>
/// <param name="Folder">Absolute path with <c>/</c>.</param>
/// <param name="Prefix">What paths of its files begin with in the index: empty where it is the only one, its name and a slash otherwise.</param>
internal readonly record struct SourceRoot(string Folder, string Prefix)
{
    /// <summary>The roots that sources are of, where there are several; empty where they say none.</summary>
    public static SourceRoot[] Of(IEnumerable<SourceFile> sources) =>
    [
        .. sources.Where(source => source is { RootDirectory: not null, FullPath: not null })
            .DistinctBy(source => source.RootDirectory, StringComparer.Ordinal)
            .Select(source => new SourceRoot(
                ProjectFolders.Normal(Path.GetFullPath(source.RootDirectory!)),
                source.Path[..^Path.GetRelativePath(source.RootDirectory!, source.FullPath!).Length])),
    ];
}
