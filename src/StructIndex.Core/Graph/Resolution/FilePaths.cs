namespace StructIndex;

/// <summary>Files by path and by the end of their path.</summary>
internal sealed class FilePaths
{
    private readonly Dictionary<string, int> _byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _byStem = new(StringComparer.Ordinal);
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);
    private readonly string[] _paths;

    /// <summary>Indexes the files.</summary>
    public FilePaths(IReadOnlyList<ParsedFile> files)
    {
        _paths = [.. files.Select(file => file.Source.Path)];
        for (int file = 0; file < _paths.Length; file++)
        {
            string path = _paths[file];
            _byPath[path] = file;
            string stem = Stem(path);
            (_byStem.TryGetValue(stem, out List<int>? same) ? same : _byStem[stem] = []).Add(file);
            for (string folder = UnitNames.DirectoryOf(path); _folders.Add(folder) && folder.Length > 0; folder = UnitNames.DirectoryOf(folder))
            {
            }
        }
    }

    /// <summary>The file with this very path; -1 for none.</summary>
    public int At(string path) => _byPath.GetValueOrDefault(path, -1);

    /// <summary>The path of a file.</summary>
    public string PathOf(int file) => _paths[file];

    /// <summary>Whether files lie under a folder.</summary>
    public bool HasFolder(string folder) => _folders.Contains(folder);

    /// <summary>The first of a path's continuations that is a file; -1 when none is.</summary>
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

    /// <summary>The files whose path ends with <paramref name="end"/> on a folder's border, those with the fewest folders first.</summary>
    /// <param name="end">The end of a path, with the file's extension.</param>
    public IEnumerable<int> EndingWith(string end)
    {
        string wanted = end.TrimStart('/', '.');
        if (!_byStem.TryGetValue(Stem(wanted), out List<int>? same) || same.Count > 4_096)
        {
            return [];
        }

        return same.Where(file => EndsAt(_paths[file], wanted)).OrderBy(file => _paths[file].Count(c => c == '/')).ThenBy(file => file);
    }

    /// <summary>Joins a folder and a relative path, resolving <c>.</c> and <c>..</c>; null when it leads out of the root.</summary>
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

    /// <summary>The file name of a path, without folders and extension.</summary>
    public static string Stem(string path) => Path.GetFileNameWithoutExtension(path);

    private static bool EndsAt(string path, string end) =>
        path.EndsWith(end, StringComparison.Ordinal) && (path.Length == end.Length || path[^(end.Length + 1)] == '/');
}
