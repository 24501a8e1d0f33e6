namespace StructIndex;

/// <summary>The git repository that a folder is in, as far as ignore rules need it. Git itself is not run.</summary>
internal static class GitRepository
{
    /// <summary>Larger ignore files are refused: no person wrote them.</summary>
    private const int MaxIgnoreFileBytes = 1 << 20;

    /// <summary>
    /// The ignore rules that hold in a folder by what lies above it, the folder's path with a final slash, relative to its repository, and
    /// the repository; null where the folder is one itself, or is in none.
    /// </summary>
    /// <param name="folder">Absolute path of the folder.</param>
    /// <param name="onFailure">Called for an ignore file that cannot be read.</param>
    public static (IgnoreScope? Scope, string Prefix, string? Repository) ScopeAbove(string folder, Action<FileFailure> onFailure)
    {
        Stack<string> above = new();
        DirectoryInfo? at = new(folder);
        while (at is not null && !IsRepository(at.FullName))
        {
            above.Push(at.FullName);
            at = at.Parent;
        }

        if (at is null || above.Count == 0)
        {
            return (null, "", null);
        }

        IgnoreScope? scope = EnterRoot(at.FullName, "", onFailure);
        string prefix = "";
        above.Push(at.FullName);
        string repository = at.FullName;
        while (above.Count > 1)
        {
            scope = Enter(scope, above.Pop(), prefix, onFailure);
            prefix = $"{prefix}{Path.GetFileName(above.Peek())}/";
        }

        return (scope, prefix, repository);
    }

    /// <summary>Whether the folder is the root of a repository.</summary>
    /// <param name="folder">Absolute path.</param>
    public static bool IsRepository(string folder) => Path.Exists(Path.Combine(folder, ".git"));

    /// <summary>The rules of a repository's <c>info/exclude</c>, which any <c>.gitignore</c> outranks.</summary>
    /// <param name="folder">Absolute path of the repository's root.</param>
    /// <param name="prefix">Path of the folder, relative to where paths start.</param>
    /// <param name="onFailure">Called when the file cannot be read.</param>
    public static IgnoreScope? EnterRoot(string folder, string prefix, Action<FileFailure> onFailure)
    {
        if (FolderOf(folder, prefix, onFailure) is not { } git)
        {
            return null;
        }

        string exclude = Path.Combine(git, "info", "exclude");
        return File.Exists(exclude) ? IgnoreScope.Enter(null, prefix, Text(exclude, ".git/info/exclude", onFailure)) : null;
    }

    /// <summary>
    /// What the repository of a folder goes by, with the place of the folder in it: where its history is, which its worktrees share, and where it was cloned from.
    /// </summary>
    /// <param name="folder">Absolute path of the folder.</param>
    public static IReadOnlyList<string> NamesOf(string folder)
    {
        DirectoryInfo? root = new(folder);
        while (root is not null && !IsRepository(root.FullName))
        {
            root = root.Parent;
        }

        if (root is null || FolderOf(root.FullName, "", static _ => { }) is not { } git)
        {
            return [];
        }

        string within = Path.GetRelativePath(root.FullName, folder).Replace(Path.DirectorySeparatorChar, '/');
        string config = Path.Combine(git, "config");
        string? origin = File.Exists(config) ? OriginOf(Text(config, ".git/config", static _ => { })) : null;
        return [.. new[] { Path.GetFullPath(git), origin }.OfType<string>().Select(name => $"{name.TrimEnd('/')[..^EndingOf(name.TrimEnd('/'))]} {within}").Distinct(StringComparer.Ordinal)];

        // The folder of a repository and its history are the same place, as are an address with and without its ending.
        static int EndingOf(string name) => name.EndsWith("/.git", StringComparison.Ordinal) ? "/.git".Length : name.EndsWith(".git", StringComparison.Ordinal) ? ".git".Length : 0;
    }

    /// <summary>The scope inside a folder, with the rules of its <c>.gitignore</c> if it has one.</summary>
    /// <param name="outer">The scope outside.</param>
    /// <param name="folder">Absolute path of the folder.</param>
    /// <param name="prefix">Path of the folder relative to the repository, with a final slash.</param>
    /// <param name="onFailure">Called when the file cannot be read.</param>
    public static IgnoreScope? Enter(IgnoreScope? outer, string folder, string prefix, Action<FileFailure> onFailure)
    {
        string file = Path.Combine(folder, ".gitignore");
        return File.Exists(file) ? IgnoreScope.Enter(outer, prefix, Text(file, $"{prefix}.gitignore", onFailure)) : outer;
    }

    /// <summary>The folder with the history and settings of a repository, which its worktrees share; null where none is named, or one on another machine.</summary>
    private static string? FolderOf(string folder, string prefix, Action<FileFailure> onFailure)
    {
        string git = Path.Combine(folder, ".git");
        if (!File.Exists(git))
        {
            return git;
        }

        // A worktree or submodule: a file that names the folder, which may name the one it shares.
        string link = Text(git, ".git", onFailure);
        if (!link.StartsWith("gitdir:", StringComparison.Ordinal))
        {
            return null;
        }

        string named = link["gitdir:".Length..].Trim();
        string common = Path.Combine(folder, named, "commondir");
        string shared = !IsOnOtherMachine(named) && File.Exists(common) ? Text(common, ".git/commondir", onFailure).Trim() : "";
        if (!IsOnOtherMachine(named) && !IsOnOtherMachine(shared))
        {
            return Path.Combine(folder, named, shared);
        }

        onFailure(new FileFailure($"{prefix}.git", FileFailureKind.Unreadable, "It names a folder on another machine, which is not looked for."));
        return null;
    }

    private static string? OriginOf(string config)
    {
        bool isOrigin = false;
        foreach (ReadOnlySpan<char> line in config.AsSpan().EnumerateLines())
        {
            ReadOnlySpan<char> text = line.Trim();
            if (text.StartsWith("["))
            {
                isOrigin = text is """[remote "origin"]""";
            }
            else if (isOrigin && text.StartsWith("url") && text["url".Length..].TrimStart() is ['=', .. var url])
            {
                return url.Trim().ToString();
            }
        }

        return null;
    }

    /// <summary>
    /// Whether a path names a share of a network; on Windows even to ask whether it exists would send this user's name there.
    /// </summary>
    private static bool IsOnOtherMachine(string path) => path.StartsWith("//", StringComparison.Ordinal) || path.StartsWith(@"\\", StringComparison.Ordinal);

    private static string Text(string file, string path, Action<FileFailure> onFailure)
    {
        string? text = FileReader.Read(file, path, MaxIgnoreFileBytes, out FileFailure? failure);
        if (failure is not null)
        {
            onFailure(failure);
        }

        return text ?? "";
    }
}
