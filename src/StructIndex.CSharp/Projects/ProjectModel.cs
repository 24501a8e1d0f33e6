using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StructIndex;

/// <summary>All projects of a run and the files each compiles; files that no project owns share one project more.</summary>
internal sealed class ProjectModel
{
    private ProjectModel(IReadOnlyList<CSharpProject> projects, IReadOnlyList<CSharpFile> files, string? repository)
    {
        Projects = projects;
        Files = files;
        Repository = repository;
    }

    /// <summary>The projects that compile at least one file.</summary>
    public IReadOnlyList<CSharpProject> Projects { get; }

    /// <summary>One for each source, in the same order.</summary>
    public IReadOnlyList<CSharpFile> Files { get; }

    /// <summary>Where results of an earlier restore may lie; null in memory.</summary>
    public string? Repository { get; }

    /// <summary>Finds and reads the projects on disk and gives each its files.</summary>
    public static ProjectModel Discover(IReadOnlyList<SourceFile> sources, string? rootDirectory, CancellationToken cancellationToken = default)
    {
        string? root = rootDirectory is null ? null : ProjectFolders.Normal(Path.GetFullPath(rootDirectory));
        CSharpFile[] files = [.. sources.Select(source => new CSharpFile(source, PathOf(source, root)))];
        string[] paths = [.. files.Select(file => file.FullPath).OfType<string>()];
        IReadOnlyList<ProjectFile> projects = paths.Length == 0 ? [] : ProjectDiscovery.Find(paths, root, cancellationToken);
        string? start = root ?? (paths.Length == 0 ? null : ProjectFolders.FolderOf(paths[0]));
        cancellationToken.ThrowIfCancellationRequested();
        return Create(files, projects, start is null ? null : ProjectFolders.RepositoryOf(start) ?? start);
    }

    /// <summary>Gives each project its files.</summary>
    public static ProjectModel Create(IReadOnlyList<CSharpFile> files, IReadOnlyList<ProjectFile> projectFiles, string? repository)
    {
        List<CSharpProject> projects = [.. projectFiles.Select(file => new CSharpProject(file, OptionsFor(file)))];
        foreach (CSharpFile file in files)
        {
            if (file.FullPath is null)
            {
                continue;
            }

            foreach (CSharpProject project in projects.Where(project => CompileRule.Compiles(project.File.Compile, file.FullPath)))
            {
                project.Files.Add(file);
                file.Owner = file.Owner is null || IsNearer(project, file.Owner, file.FullPath) ? project : file.Owner;
            }
        }

        Dictionary<string, CSharpProject> byPath = projects.ToDictionary(project => project.File.Path, StringComparer.OrdinalIgnoreCase);
        foreach (CSharpProject project in projects)
        {
            project.References = Reachable(project, byPath);
        }

        CSharpProject[] used = [.. projects.Where(project => project.Files.Count > 0)];
        CSharpFile[] rest = [.. files.Where(file => file.Owner is null)];
        if (rest.Length == 0)
        {
            return new ProjectModel(used, files, repository);
        }

        ProjectFile loose = new() { Path = "", AssemblyName = "StructIndex.Loose", Usings = ImplicitUsings.Base, Constants = [.. TargetFrameworkName.Constants(""), "DEBUG", "TRACE"] };
        CSharpProject last = new(loose, OptionsFor(loose)) { References = used };
        foreach (CSharpFile file in rest)
        {
            file.Owner = last;
            last.Files.Add(file);
        }

        return new ProjectModel([.. used, last], files, repository);
    }

    /// <summary>Options that parse fastest: no documentation trees, no nullable analysis; everything the newest language allows.</summary>
    private static CSharpParseOptions OptionsFor(ProjectFile project)
        => new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.None, SourceCodeKind.Regular, project.Constants)
            .WithFeatures([new("run-nullable-analysis", "never")]);

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

    private static List<CSharpProject> Reachable(CSharpProject project, Dictionary<string, CSharpProject> byPath)
    {
        List<CSharpProject> found = [];
        HashSet<CSharpProject> seen = [project];
        Queue<CSharpProject> open = new([project]);
        while (open.TryDequeue(out CSharpProject? next))
        {
            foreach (string path in next.File.ProjectReferences)
            {
                if (byPath.TryGetValue(path, out CSharpProject? reference) && seen.Add(reference))
                {
                    found.Add(reference);
                    open.Enqueue(reference);
                }
            }
        }

        return found;
    }
}
