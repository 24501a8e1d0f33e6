namespace StructIndex;

/// <summary>Where referenced assemblies may come from, and where those that were opened did.</summary>
/// <param name="access">What else may be read.</param>
/// <param name="packages">The package cache.</param>
internal sealed class ReferenceOrigins(ProjectAccess access, PackageFolder packages)
{
    private readonly string[] _installations = [.. DotnetInstallations.All.Select(ProjectFolders.Normal)];
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>
    /// Frameworks and packages with their versions, and files outside the root; ordered, and without the paths of this machine.
    /// </summary>
    public IReadOnlyList<string> Names => [.. _names.Concat(access.ReadOutside.Select(path => "file " + path)).Order(StringComparer.Ordinal)];

    /// <summary>
    /// Whether an assembly may be opened: it is in the package cache, in an installation of .NET, or in a folder that the caller named.
    /// </summary>
    /// <param name="path">
    /// Absolute path with <c>/</c>. An assembly inside the root is as little trusted as the root: the compiler does not survive each of
    /// them.
    /// </param>
    public bool Allows(string path) => access.IsTrusted(path) || FolderOf(path) is not null;

    /// <summary>Notes that an assembly was opened.</summary>
    public void Note(string path)
    {
        path = ProjectFolders.Normal(path);
        string[] parts = FolderOf(path) is { } folder ? path[(folder.Length + 1)..].Split('/') : [];
        _names.Add(parts switch
        {
            [] => "assembly " + access.Relative(path),
            ["packs" or "shared", var name, var version, ..] => $"framework {name} {version}",
            [var name, var version, ..] => $"package {name} {version}",
            _ => "assembly " + parts[0],
        });
    }

    private string? FolderOf(string path) => _installations.Append(packages.Root).FirstOrDefault(folder => folder is not null && ProjectAccess.IsInside(path, folder));
}
