namespace StructIndex;

/// <summary>
/// The files of a code base, by path and by the end of their path. Immutable; numbers of files are places in <see cref="Files"/>.
/// </summary>
public sealed class CodeFiles
{
    private const int MaxSameName = 4_096;

    private readonly Dictionary<string, int> _byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _byStem = new(StringComparer.Ordinal);
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);
    private readonly string[] _paths;
    private readonly string[] _packages;

    /// <summary>Indexes the files.</summary>
    internal CodeFiles(IReadOnlyList<ParsedFile> files)
    {
        Files = files;
        _paths = [.. files.Select(file => file.Source.Path)];
        _packages = [.. files.Select(file => file.Declarations.FirstOrDefault(declaration => declaration.Parent is null && declaration.Kind != UnitKind.Method)?.Container ?? "")];
        for (int file = 0; file < _paths.Length; file++)
        {
            string path = _paths[file];
            _byPath[path] = file;
            string stem = Stem(path);
            (_byStem.TryGetValue(stem, out List<int>? same) ? same : _byStem[stem] = []).Add(file);
            for (string folder = Folder(path); _folders.Add(folder) && folder.Length > 0; folder = Folder(folder))
            {
            }
        }
    }

    /// <summary>The files, by path.</summary>
    public IReadOnlyList<ParsedFile> Files { get; }

    /// <summary>The file with this very path; -1 for none.</summary>
    /// <param name="path">Path relative to the root, separated by <c>/</c>.</param>
    public int At(string path) => _byPath.GetValueOrDefault(path, -1);

    /// <summary>The path of a file.</summary>
    /// <param name="file">Number of the file.</param>
    public string PathOf(int file) => _paths[file];

    /// <summary>The folder that a file is in; empty at the top.</summary>
    /// <param name="file">Number of the file.</param>
    public string FolderOf(int file) => Folder(_paths[file]);

    /// <summary>The package, module or namespace that a file says it belongs to; empty where it says none.</summary>
    /// <param name="file">Number of the file.</param>
    public string PackageOf(int file) => _packages[file];

    /// <summary>Whether there are files under a folder.</summary>
    /// <param name="folder">Path of the folder.</param>
    public bool HasFolder(string folder) => _folders.Contains(folder);

    /// <summary>The first of a path's continuations that is a file; -1 when none is.</summary>
    /// <param name="path">How the path begins.</param>
    /// <param name="endings">How it may go on.</param>
    public int FirstAt(string path, params ReadOnlySpan<string> endings)
    {
        foreach (string ending in endings)
        {
            if (At(path + ending) is >= 0 and var file)
            {
                return file;
            }
        }

        return -1;
    }

    /// <summary>The first file whose path ends with one of several ends, in their order; -1 for none.</summary>
    /// <param name="ends">Ends of a path, with the file's extension.</param>
    public int FirstEndingWith(params ReadOnlySpan<string> ends)
    {
        foreach (string end in ends)
        {
            foreach (int file in EndingWith(end))
            {
                return file;
            }
        }

        return -1;
    }

    /// <summary>The file at a path from a folder, else the first file whose path ends so; -1 for none.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="relative">Path from the folder, with or without an extension.</param>
    /// <param name="extensions">Extensions that <paramref name="relative"/> may leave out.</param>
    public int Relative(string folder, string relative, params ReadOnlySpan<string> extensions)
    {
        if (Join(folder, relative) is { } path && (At(path) is >= 0 and var exact ? exact : FirstAt(path, extensions)) is >= 0 and var file)
        {
            return file;
        }

        if (relative.Contains('.', StringComparison.Ordinal))
        {
            return FirstEndingWith(relative);
        }

        foreach (string extension in extensions)
        {
            if (FirstEndingWith(relative + extension) is >= 0 and var ending)
            {
                return ending;
            }
        }

        return -1;
    }

    /// <summary>The files whose path ends with <paramref name="end"/> on a folder's border, those with the fewest folders first.</summary>
    /// <param name="end">The end of a path, with the file's extension.</param>
    public IEnumerable<int> EndingWith(string end)
    {
        string wanted = end.TrimStart('/', '.');
        if (!_byStem.TryGetValue(Stem(wanted), out List<int>? same) || same.Count > MaxSameName)
        {
            return [];
        }

        return same.Where(file => EndsAt(_paths[file], wanted)).OrderBy(file => _paths[file].Count(c => c == '/')).ThenBy(file => file);
    }

    /// <summary>Joins a folder and a relative path, resolving <c>.</c> and <c>..</c>; null when it leads out of the root.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="relative">The path from there.</param>
    public static string? Join(string folder, string relative)
    {
        List<string> parts = [.. folder.Split('/', StringSplitOptions.RemoveEmptyEntries)];
        foreach (string part in relative.Split('/'))
        {
            if (part == "..")
            {
                if (parts.Count == 0)
                {
                    return null;
                }

                parts.RemoveAt(parts.Count - 1);
            }
            else if (part.Length > 0 && part != ".")
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    /// <summary>The folder of a path; empty at the top.</summary>
    /// <param name="path">The path.</param>
    public static string Folder(string path)
    {
        int slash = path.LastIndexOf('/');
        return slash < 0 ? "" : path[..slash];
    }

    /// <summary>The file name of a path, without folders and extension.</summary>
    /// <param name="path">The path.</param>
    public static string Stem(string path) => Path.GetFileNameWithoutExtension(path);

    private static bool EndsAt(string path, string end) =>
        path.EndsWith(end, StringComparison.Ordinal) && (path.Length == end.Length || path[^(end.Length + 1)] == '/');
}
