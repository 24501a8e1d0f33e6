namespace StructIndex;

/// <summary>All projects of a run and the files each compiles; files that no project owns share one project more.</summary>
internal sealed class ProjectModel
{
    /// <summary>Comparisons that finding the files of one project may cost.</summary>
    private const long MaxComparisons = 500_000_000;

    private bool? _hasCircle;

    private ProjectModel(IReadOnlyList<CSharpProject> projects, IReadOnlyList<CSharpFile> files, ProjectAccess access)
    {
        Projects = projects;
        Files = files;
        Access = access;
    }

    /// <summary>The projects that compile at least one file.</summary>
    public IReadOnlyList<CSharpProject> Projects { get; }

    /// <summary>One for each source, in the same order.</summary>
    public IReadOnlyList<CSharpFile> Files { get; }

    /// <summary>What may be read, and what could not be.</summary>
    public ProjectAccess Access { get; }

    /// <summary>Whether projects reference each other in a circle.</summary>
    public bool HasCircle => _hasCircle ??= Projects.Any(project => project.References.Any(reference => reference.References.Contains(project)));

    /// <summary>What the compiler goes by in each project. Asked once all trees are there.</summary>
    public VisibleShapes Shapes => field ??= new VisibleShapes(this, withComments: false);

    /// <summary>The same with the comments of declarations.</summary>
    public VisibleShapes DocumentedShapes => field ??= new VisibleShapes(this, withComments: true);

    /// <summary>Finds and reads the projects on disk and gives each its files.</summary>
    /// <param name="sources">The sources.</param>
    /// <param name="rootDirectory">The folder that is indexed; null takes those that the sources say, or the repository of the first source that is on disk.</param>
    /// <param name="trustedFolders">Folders outside the root that may be read.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static ProjectModel Discover(IReadOnlyList<SourceFile> sources, string? rootDirectory, IReadOnlyList<string> trustedFolders, CancellationToken cancellationToken = default)
    {
        string? root = rootDirectory is null ? null : ProjectFolders.Normal(Path.GetFullPath(rootDirectory));
        CSharpFile[] files = [.. sources.Select(source => new CSharpFile(source, PathOf(source, root)))];
        string[] paths = [.. files.Select(file => file.FullPath).OfType<string>()];
        string? top = root ?? (paths.Length == 0 ? null : ProjectFolders.RepositoryOf(ProjectFolders.FolderOf(paths[0])) ?? ProjectFolders.FolderOf(paths[0]));
        ProjectAccess access = root is null && SourceRoot.Of(sources) is { Length: > 0 } roots ? ProjectAccess.Of(roots, trustedFolders) : new ProjectAccess(top, trustedFolders);
        IReadOnlyList<ProjectFile> projects = paths.Length == 0 ? [] : new ProjectDiscovery(access).Find(paths, cancellationToken);
        return Create(files, projects, access, cancellationToken);
    }

    /// <summary>Gives each project its files.</summary>
    public static ProjectModel Create(IReadOnlyList<CSharpFile> files, IReadOnlyList<ProjectFile> projectFiles, ProjectAccess access, CancellationToken cancellationToken = default)
    {
        List<CSharpProject> projects = [.. projectFiles.Select(file => new CSharpProject(file))];
        foreach (CSharpProject project in projects)
        {
            cancellationToken.ThrowIfCancellationRequested();
            TakeFiles(project, files, access);
        }

        ProjectReferences references = new(projects);
        foreach (CSharpProject project in projects)
        {
            cancellationToken.ThrowIfCancellationRequested();
            project.References = references.Of(project, access);
        }

        CSharpFile[] rest = [.. files.Where(file => file.Owner is null)];
        CSharpProject[] used = [.. projects.Where(project => project.Files.Count > 0)];
        CSharpProject[] all = rest.Length == 0 ? used : [.. used, Loose(rest, used)];
        RazorViews views = new(files);
        foreach (CSharpFile file in files.Where(file => RazorViews.IsRazor(file.Source)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            file.View = views.Of(file);
        }

        return new ProjectModel(all, files, access);
    }

    private static CSharpProject Loose(CSharpFile[] rest, CSharpProject[] used)
    {
        ProjectFile loose = new() { Path = "", AssemblyName = "StructIndex.Loose", Usings = ImplicitUsings.Base, Constants = [.. TargetFrameworkName.Constants(""), "DEBUG", "TRACE"] };
        CSharpProject last = new(loose) { References = used };
        foreach (CSharpFile file in rest)
        {
            file.Owner = last;
            last.Files.Add(file);
        }

        return last;
    }

    private static void TakeFiles(CSharpProject project, IReadOnlyList<CSharpFile> files, ProjectAccess access)
    {
        WorkBudget work = new(MaxComparisons, "comparisons to find the files of one project", access.Budget);
        try
        {
            foreach (CSharpFile file in files)
            {
                if (file.FullPath is not null && (RazorViews.IsRazor(file.Source) ? Nearness(project, file.FullPath) > 0 : CompileRule.Compiles(project.File.Compile, file.FullPath, work)))
                {
                    project.Files.Add(file);
                    file.Owner = file.Owner is null || IsNearer(project, file.Owner, file.FullPath) ? project : file.Owner;
                }
            }
        }
        catch (ProjectLimitException e)
        {
            access.Fail(project.File.Path, $"Not all its source files were found: {e.Message}");
        }
    }

    private static string? PathOf(SourceFile source, string? root)
        => source.FullPath is { } full ? ProjectFolders.Normal(Path.GetFullPath(full))
            : root is null ? null
            : ProjectFolders.Absolute(root, source.Path);

    /// <summary>A project in the file's own folder or closest above it counts the file before one that links it.</summary>
    private static bool IsNearer(CSharpProject project, CSharpProject than, string path)
        => Nearness(project, path) > Nearness(than, path);

    private static int Nearness(CSharpProject project, string path)
    {
        string folder = ProjectFolders.FolderOf(project.File.Path) + "/";
        return path.StartsWith(folder, StringComparison.Ordinal) ? folder.Length : 0;
    }
}
