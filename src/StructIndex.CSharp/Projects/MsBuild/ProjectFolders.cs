namespace StructIndex;

/// <summary>Paths around project files, absolute and with <c>/</c> whatever the system writes.</summary>
internal static class ProjectFolders
{
    /// <summary>How far up from the sources project files and <c>Directory.Build.props</c> are looked for.</summary>
    public const int MaxLevelsUp = 12;

    /// <summary>An absolute path from one that may be relative to a folder and may use <c>\</c>.</summary>
    public static string Absolute(string folder, string path)
    {
        try
        {
            return Normal(Path.GetFullPath(path.Replace('\\', '/'), folder.Length == 0 ? "/" : folder));
        }
        catch (ArgumentException)
        {
            return path;
        }
    }

    /// <summary>The path with <c>/</c> and without one at the end.</summary>
    public static string Normal(string path)
    {
        path = path.Replace('\\', '/');
        return path.Length > 1 ? path.TrimEnd('/') : path;
    }

    /// <summary>The folder that holds a path; empty at the top.</summary>
    public static string FolderOf(string path)
    {
        int slash = path.LastIndexOf('/');
        return slash < 0 ? "" : slash == 0 ? "/" : path[..slash];
    }

    /// <summary>The folder with <c>.git</c> that holds <paramref name="from"/>; null when it is in no repository.</summary>
    public static string? RepositoryOf(string from)
    {
        string folder = Normal(from);
        for (int level = 0; level < MaxLevelsUp && folder.Length > 0; level++)
        {
            if (Path.Exists(folder + "/.git"))
            {
                return folder;
            }

            if (folder == "/")
            {
                break;
            }

            folder = FolderOf(folder);
        }

        return null;
    }
}
