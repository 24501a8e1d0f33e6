namespace StructIndex;

/// <summary>The name that a file is known by.</summary>
internal static class FileNames
{
    // Files that stand for their folder (a package's entry), and folders that every repository has.
    private static readonly HashSet<string> s_entryNames = new(StringComparer.OrdinalIgnoreCase) { "index", "mod", "lib", "__init__", "init", "main", "package", "package-info" };

    private static readonly HashSet<string> s_plainFolders = new(
        "src lib main source sources include pkg packages internal core common java kotlin scala com org app shared io".Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a file stands for its folder: <c>index.ts</c>, <c>mod.rs</c>, <c>__init__.py</c>.</summary>
    public static bool IsEntry(string path) => s_entryNames.Contains(WithoutExtension(path));

    /// <summary>The name that says what a file is about: without its extension; for an entry file its folder's.</summary>
    public static string NameOf(string path)
    {
        int name = path.LastIndexOf('/') + 1;
        if (name > 1 && IsEntry(path))
        {
            string folder = path[..(name - 1)];
            string last = folder[(folder.LastIndexOf('/') + 1)..];
            if (!s_plainFolders.Contains(last))
            {
                return last;
            }
        }

        return WithoutExtension(path);
    }

    private static string WithoutExtension(string path)
    {
        int name = path.LastIndexOf('/') + 1, dot = path.LastIndexOf('.');
        return path[name..(dot > name ? dot : path.Length)];
    }
}
