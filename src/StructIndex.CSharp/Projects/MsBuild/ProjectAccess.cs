namespace StructIndex;

/// <summary>
/// The one door through which project files, and what they name, are looked at and read. What is elsewhere than allowed is not even looked
/// for: on some systems the question alone would reach another machine. Not thread-safe.
/// </summary>
internal sealed class ProjectAccess
{
    /// <summary>Links that are followed one after the other.</summary>
    private const int MaxLinks = 8;

    private const int MaxFailures = 1000;

    /// <summary>Files that MSBuild looks for upwards; no other file above the root is looked for.</summary>
    private static readonly string[] s_foundAbove = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"];

    private static readonly StringComparison s_comparison = OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    private readonly string[] _repositories;
    private readonly string[] _trusted;
    private readonly HashSet<string> _withoutLinks = new(StringComparer.Ordinal);
    private readonly HashSet<string> _above = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _outside = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Path, string Message), FileFailure> _failures = [];

    /// <summary>
    /// Allows the root, the folders named, and above the root within its git repository the files that MSBuild looks for upwards and what
    /// these import.
    /// </summary>
    /// <param name="root">Absolute path with <c>/</c>; null allows nothing but the folders named.</param>
    /// <param name="trustedFolders">Absolute paths of further folders.</param>
    public ProjectAccess(string? root, IEnumerable<string> trustedFolders)
        : this(root is null ? [] : [new SourceRoot(root, "")], trustedFolders)
    {
    }

    private ProjectAccess(IReadOnlyList<SourceRoot> roots, IEnumerable<string> trustedFolders)
    {
        Roots = roots;
        _repositories = [.. roots.Select(root => ProjectFolders.RepositoryOf(root.Folder)).OfType<string>().Distinct(StringComparer.Ordinal)];
        _trusted = [.. trustedFolders.Select(folder => ProjectFolders.Normal(Path.GetFullPath(folder)))];
    }

    /// <summary>The folders that are indexed.</summary>
    public IReadOnlyList<SourceRoot> Roots { get; }

    /// <summary>What all projects together may cost.</summary>
    public WorkBudget Budget { get; } = new(4_000_000_000, "steps of work for all project files together");

    /// <summary>What may be kept of all projects together.</summary>
    public WorkBudget Kept { get; } = new(300_000_000, "characters kept of all project files together");

    /// <summary>What was refused or could not be read, by path.</summary>
    public IReadOnlyList<FileFailure> Failures => [.. _failures.Values.OrderBy(failure => failure.Path, StringComparer.Ordinal).ThenBy(failure => failure.Message, StringComparer.Ordinal)];

    /// <summary>Files read that are in no root, relative to the first.</summary>
    public IReadOnlyCollection<string> ReadOutside => _outside;

    /// <summary>Allows the same for several roots, each of which may name what is in another.</summary>
    /// <param name="roots">The roots.</param>
    /// <param name="trustedFolders">Absolute paths of further folders.</param>
    public static ProjectAccess Of(IReadOnlyList<SourceRoot> roots, IEnumerable<string> trustedFolders) => new(roots, trustedFolders);

    /// <summary>Notes what went wrong with a file.</summary>
    /// <param name="path">Absolute path of the file.</param>
    /// <param name="message">What went wrong, in sentences.</param>
    /// <param name="kind">What it means for the index.</param>
    public void Fail(string path, string message, FileFailureKind kind = FileFailureKind.ProjectIgnored)
    {
        string shown = Relative(path);
        message = message.Replace(path, shown, StringComparison.Ordinal);
        if (_failures.Count < MaxFailures)
        {
            _failures.TryAdd((shown, message), new FileFailure(shown, kind, message));
        }
    }

    /// <summary>Whether a file named by another may be looked at.</summary>
    public bool Allows(string path, string from) => Resolve(path, from, MaxLinks) is not null;

    /// <summary>Whether a folder may be listed.</summary>
    public bool AllowsFolder(string folder) => Resolve(folder, folder, MaxLinks) is not null;

    /// <summary>Whether a folder, or one that contains it, was named as one that may be read.</summary>
    public bool IsTrusted(string path) => _trusted.Any(folder => IsInside(path, folder));

    /// <summary>Whether there is such a file and it may be looked at.</summary>
    /// <param name="path">Absolute path with <c>/</c>.</param>
    /// <param name="from">Absolute path of the file that names it.</param>
    public bool FileExists(string path, string from) => Resolve(path, from, MaxLinks) is { } real && File.Exists(real);

    /// <summary>Reads a file.</summary>
    /// <param name="path">Absolute path with <c>/</c>.</param>
    /// <param name="from">Absolute path of the file that names it.</param>
    /// <param name="maxBytes">Longest file that is read.</param>
    /// <exception cref="InvalidDataException">The file may not be read, is too long, or is no regular file with content.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be read.</exception>
    public byte[] Read(string path, string from, int maxBytes)
    {
        string real = Resolve(path, from, MaxLinks) ?? throw new InvalidDataException("It lies outside the root and was not opened.");
        if (Roots.Count > 0 && RootOf(path) is null)
        {
            _outside.Add(Relative(path));
        }

        return RegularFile.Read(real, maxBytes);
    }

    /// <summary>The nearest folder, from <paramref name="from"/> upwards, that holds the file; null when none does.</summary>
    public string? FolderAbove(string from, string file)
    {
        string folder = ProjectFolders.Normal(from);
        for (int level = 0; level < ProjectFolders.MaxLevelsUp && folder.Length > 0; level++)
        {
            string path = folder.TrimEnd('/') + "/" + file;
            bool mayBeAbove = s_foundAbove.Contains(file, StringComparer.OrdinalIgnoreCase);
            if ((mayBeAbove || RootOf(folder) is not null || IsTrusted(folder)) && FileExists(path, mayBeAbove ? path : folder))
            {
                _above.Add(path);
                return folder;
            }

            folder = folder == "/" ? "" : ProjectFolders.FolderOf(folder);
        }

        return null;
    }

    /// <summary>A path as it is reported: as in the index, or relative to the first root, with <c>/</c>.</summary>
    public string Relative(string path) => RootOf(path) is { } root ? root.Prefix + Path.GetRelativePath(root.Folder, path).Replace('\\', '/')
        : Roots.Count > 0 ? Path.GetRelativePath(Roots[0].Folder, path).Replace('\\', '/')
        : path;

    /// <summary>
    /// Where a path leads when links are followed; null where it may not be looked at. Links are read one by one, each only where that is
    /// allowed.
    /// </summary>
    private string? Resolve(string path, string from, int links)
    {
        if (path.Contains('\0') || !Path.IsPathFullyQualified(path) || ZoneOf(path, from) is not { } zone)
        {
            return null;
        }

        for (int end = zone.Length; end < path.Length;)
        {
            int slash = path.IndexOf('/', end + 1);
            end = slash < 0 ? path.Length : slash;
            string part = path[..end];
            if (_withoutLinks.Contains(part))
            {
                continue;
            }

            if (new FileInfo(part).LinkTarget is { } target)
            {
                return links == 0 ? null : Resolve(ProjectFolders.Absolute(ProjectFolders.FolderOf(part), target) + path[end..], from, links - 1);
            }

            if (end < path.Length)
            {
                _withoutLinks.Add(part);
            }
        }

        return path;
    }

    private string? ZoneOf(string path, string from)
    {
        if (_trusted.FirstOrDefault(folder => IsInside(path, folder)) is { } trusted)
        {
            return trusted;
        }

        return RootOf(path)?.Folder ?? Array.Find(_repositories, IsFromAbove);

        bool IsFromAbove(string repository) => IsInside(path, repository) && (_above.Contains(path) || (RootOf(from) is null && (IsInside(from, repository) || IsTrusted(from))));
    }

    private SourceRoot? RootOf(string path)
    {
        foreach (SourceRoot root in Roots)
        {
            if (IsInside(path, root.Folder))
            {
                return root;
            }
        }

        return null;
    }

    /// <summary>Whether a path is that of a folder or of something in it, by its text alone.</summary>
    public static bool IsInside(string path, string folder)
        => path.StartsWith(folder, s_comparison) && (path.Length == folder.Length || folder.EndsWith('/') || path[folder.Length] == '/');
}
