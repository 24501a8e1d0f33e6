namespace StructIndex;

/// <summary>Finds the files of a folder that are worth reading, in ordinal order of their paths. Opens none but ignore files.</summary>
internal sealed class DirectoryWalk
{
    private readonly string _root;
    private readonly SourceOptions _options;
    private readonly GlobSet _globs;
    private readonly Action<FileFailure> _onFailure;
    private readonly List<string> _files = [];
    private readonly Stack<Step> _open = new();

    private DirectoryWalk(string root, SourceOptions options, GlobSet globs, Action<FileFailure> onFailure)
    {
        _root = root;
        _options = options;
        _globs = globs;
        _onFailure = onFailure;
    }

    /// <summary>Paths of the files, relative to the root, separated by <c>/</c>.</summary>
    /// <param name="root">Absolute path of the folder.</param>
    /// <param name="options">Whether git's rules count.</param>
    /// <param name="globs">What is taken.</param>
    /// <param name="onFailure">Called for each folder or link that could not be taken.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    public static List<string> Run(string root, SourceOptions options, GlobSet globs, Action<FileFailure> onFailure, CancellationToken cancellationToken)
    {
        DirectoryWalk walk = new(root, options, globs, onFailure);
        (IgnoreScope? scope, string prefix, string? repository) = options.UseGitIgnore ? GitRepository.ScopeAbove(root, onFailure) : (null, "", null);
        walk._open.Push(new Step("", true, scope, prefix, TrackedIn(repository ?? root), false));
        while (walk._open.TryPop(out Step step))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (step.IsDirectory)
            {
                walk.Enter(step, cancellationToken);
            }
            else
            {
                walk._files.Add(step.Path);
            }
        }

        return walk._files;
    }

    private void Enter(Step step, CancellationToken cancellationToken)
    {
        string folder = Path.Combine(_root, step.Path);
        List<FolderEntry> entries;
        try
        {
            entries = FolderEntry.Of(folder, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _onFailure(new FileFailure(step.Path.Length == 0 ? "." : step.Path, FileFailureKind.Unreadable, e.Message.Replace(folder, step.Path, StringComparison.Ordinal)));
            return;
        }

        (IgnoreScope? scope, string prefix, Lazy<TrackedFiles> tracked, bool onlyTracked) = _options.UseGitIgnore ? ScopeInside(step, folder) : (null, "", step.Tracked, false);
        string basePath = step.Path.Length == 0 ? "" : $"{step.Path}/";
        for (int i = entries.Count - 1; i >= 0; i--)
        {
            FolderEntry entry = entries[i];
            string path = basePath + entry.Name;
            if (entry.IsDirectory ? SkippedFolders.Contains(entry.Name) || _globs.Excludes(path) : !_globs.Takes(path))
            {
                continue;
            }

            // To git a link is a file, whatever it leads to.
            bool isFolder = entry.IsDirectory && !entry.IsLink;
            bool isIgnored = onlyTracked || (scope is not null && IgnoreScope.IsIgnored(scope, prefix + entry.Name, isFolder));
            if (isIgnored && !tracked.Value.Contains(prefix + entry.Name, isFolder))
            {
                continue;
            }

            if (entry.IsLink && SymbolicLink.Check(_root, path, entry.IsDirectory, out FileFailure? failure))
            {
                if (failure is not null)
                {
                    _onFailure(failure);
                }

                continue;
            }

            _open.Push(new Step(path, entry.IsDirectory, scope, $"{prefix}{entry.Name}/", tracked, isIgnored));
        }
    }

    private (IgnoreScope? Scope, string Prefix, Lazy<TrackedFiles> Tracked, bool OnlyTracked) ScopeInside(Step step, string folder)
    {
        // A repository inside another has its own rules alone.
        if (GitRepository.IsRepository(folder))
        {
            return (GitRepository.Enter(GitRepository.EnterRoot(folder, "", _onFailure), folder, "", _onFailure), "", TrackedIn(folder), false);
        }

        return (GitRepository.Enter(step.Scope, folder, step.Prefix, _onFailure), step.Prefix, step.Tracked, step.OnlyTracked);
    }

    /// <summary>Read when something is ignored, which it may be wrongly.</summary>
    private static Lazy<TrackedFiles> TrackedIn(string repository) => new(() => TrackedFiles.Of(repository));

    /// <summary>A folder or file to visit.</summary>
    /// <param name="Path">Path relative to the root.</param>
    /// <param name="IsDirectory">Whether it is a folder.</param>
    /// <param name="Scope">Rules of the folders above.</param>
    /// <param name="Prefix">Path with a final slash, relative to the repository.</param>
    /// <param name="Tracked">What the repository tracks.</param>
    /// <param name="OnlyTracked">Whether the folder is ignored, so that of it only tracked files are taken.</param>
    private readonly record struct Step(string Path, bool IsDirectory, IgnoreScope? Scope, string Prefix, Lazy<TrackedFiles> Tracked, bool OnlyTracked);
}
