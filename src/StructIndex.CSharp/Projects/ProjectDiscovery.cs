namespace StructIndex;

/// <summary>Finds the project files that sources belong to.</summary>
internal static class ProjectDiscovery
{
    private const int MaxProjects = 5000;

    /// <summary>
    /// The projects in the folders of the sources and of all folders between them and the root; where those hold none, in the nearest folder
    /// above the root within its repository; and the projects these reference, wherever they lie. Ordered by path.
    /// </summary>
    /// <param name="paths">Absolute paths of the sources, with <c>/</c>.</param>
    /// <param name="root">Absolute path of the root; null to stop at the repository's folder.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static IReadOnlyList<ProjectFile> Find(IEnumerable<string> paths, string? root, CancellationToken cancellationToken = default)
    {
        SortedDictionary<string, ProjectFile> found = new(StringComparer.Ordinal);
        HashSet<string> folders = new(StringComparer.Ordinal);
        string? top = root;
        foreach (string path in paths)
        {
            for (string folder = ProjectFolders.FolderOf(path); folder.Length > 0 && folders.Add(folder); folder = ProjectFolders.FolderOf(folder))
            {
                top ??= ProjectFolders.RepositoryOf(folder) ?? folder;
                if (string.Equals(folder, top, StringComparison.Ordinal) || folder == "/")
                {
                    break;
                }
            }
        }

        foreach (string folder in folders.Order(StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadAll(folder, found);
        }

        if (root is not null && found.Count == 0 && folders.Count > 0)
        {
            ReadAbove(root, found);
        }

        AddReferenced(found, cancellationToken);
        return [.. found.Values];
    }

    private static void ReadAbove(string root, SortedDictionary<string, ProjectFile> found)
    {
        if (ProjectFolders.RepositoryOf(root) is not { } repository)
        {
            return;
        }

        for (string folder = root; found.Count == 0 && folder.Length > repository.Length;)
        {
            folder = ProjectFolders.FolderOf(folder);
            ReadAll(folder, found);
        }
    }

    private static void ReadAll(string folder, SortedDictionary<string, ProjectFile> found)
    {
        try
        {
            foreach (string path in Directory.EnumerateFiles(folder, "*.csproj"))
            {
                Add(path, found);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that vanished or is closed holds no projects for us.
        }
    }

    private static void AddReferenced(SortedDictionary<string, ProjectFile> found, CancellationToken cancellationToken)
    {
        Queue<ProjectFile> open = new(found.Values);
        while (open.TryDequeue(out ProjectFile? project))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (string path in project.ProjectReferences)
            {
                if (!found.ContainsKey(path) && File.Exists(path) && Add(path, found) is { } added)
                {
                    open.Enqueue(added);
                }
            }
        }
    }

    private static ProjectFile? Add(string path, SortedDictionary<string, ProjectFile> found)
    {
        if (found.Count >= MaxProjects || ProjectReader.Read(path) is not { } project)
        {
            return null;
        }

        found[project.Path] = project;
        return project;
    }
}
