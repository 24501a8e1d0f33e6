namespace StructIndex;

/// <summary>Finds the project files that sources belong to.</summary>
/// <param name="access">What may be read; takes the failures.</param>
internal sealed class ProjectDiscovery(ProjectAccess access)
{
    private const int MaxProjects = 5000;

    private readonly SortedDictionary<string, ProjectFile> _found = new(StringComparer.Ordinal);
    private readonly XmlFiles _files = new(access);
    private readonly HashSet<string> _tried = new(StringComparer.Ordinal);

    /// <summary>
    /// The projects in the folders of the sources and of all folders between them and the root; where those hold none, in the nearest
    /// folder above the root within its repository; and the projects these reference, where they may be read. Ordered by path.
    /// </summary>
    /// <param name="paths">Absolute paths of the sources, with <c>/</c>.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public IReadOnlyList<ProjectFile> Find(IEnumerable<string> paths, CancellationToken cancellationToken = default)
    {
        HashSet<string> folders = new(StringComparer.Ordinal);
        foreach (string path in paths)
        {
            for (string folder = ProjectFolders.FolderOf(path); folder.Length > 0 && folders.Add(folder); folder = ProjectFolders.FolderOf(folder))
            {
                if (access.Roots.Any(root => string.Equals(folder, root.Folder, StringComparison.Ordinal)) || folder == "/")
                {
                    break;
                }
            }
        }

        foreach (string folder in folders.Order(StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadAll(folder);
        }

        if (_found.Count == 0 && folders.Count > 0)
        {
            ReadAbove();
        }

        AddReferenced(cancellationToken);
        return [.. _found.Values];
    }

    private void ReadAbove()
    {
        foreach ((string root, _) in access.Roots)
        {
            int repository = ProjectFolders.RepositoryOf(root)?.Length ?? int.MaxValue;
            for (string folder = root; _found.Count == 0 && folder.Length > repository;)
            {
                folder = ProjectFolders.FolderOf(folder);
                ReadAll(folder);
            }
        }
    }

    private void ReadAll(string folder)
    {
        if (!access.AllowsFolder(folder))
        {
            return;
        }

        try
        {
            // A folder may hold any number of files, but no more are kept than there may be projects.
            foreach (string path in Directory.EnumerateFiles(folder, "*.csproj").Take(MaxProjects + 1).Order(StringComparer.Ordinal))
            {
                Add(ProjectFolders.Normal(path), ProjectFolders.Normal(path));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            access.Fail(folder, $"The folder could not be searched for project files: {e.Message}");
        }
    }

    private void AddReferenced(CancellationToken cancellationToken)
    {
        Queue<ProjectFile> open = new(_found.Values);
        while (open.TryDequeue(out ProjectFile? project))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (string path in project.ProjectReferences.Where(path => !_tried.Contains(path)))
            {
                if (!access.Allows(path, project.Path))
                {
                    access.Fail(project.Path, $"Its reference to {access.Relative(path)} was not opened, since that lies outside the root.");
                }
                else if (access.FileExists(path, project.Path) && Add(path, project.Path) is { } added)
                {
                    open.Enqueue(added);
                }
            }
        }
    }

    private ProjectFile? Add(string path, string from)
    {
        if (!_tried.Add(path))
        {
            return null;
        }

        if (_tried.Count > MaxProjects)
        {
            access.Fail(from, FormattableString.Invariant($"There are more than {MaxProjects:N0} project files; this one and those after it were not all read."));
            return null;
        }

        if (ProjectReader.Read(path, from, access, _files) is not { } project)
        {
            return null;
        }

        _found[project.Path] = project;
        return project;
    }
}
