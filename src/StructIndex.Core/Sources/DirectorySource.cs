using System.Collections.Frozen;
using System.Runtime.CompilerServices;

namespace StructIndex;

/// <summary>
/// The source files of a folder and the folders below, in ordinal order of their paths. Taken are files of languages that
/// <see cref="LanguageCatalog"/> knows, unless git ignores them; binary and minified files and those that cannot be read are reported.
/// Symbolic links are not followed: what they lead to inside the folder is read under its own path. Folders of version control and
/// package managers (<c>.git</c>, <c>node_modules</c>, <c>__pycache__</c>, <c>.venv</c> and the like) are not entered.
/// </summary>
public sealed class DirectorySource : ISourceProvider, IFolderSource
{
    private readonly SourceOptions _options;
    private readonly GlobSet _globs;

    /// <summary>Creates a source; nothing is read yet.</summary>
    /// <param name="path">The folder, absolute or relative to the current one.</param>
    /// <param name="options">What to take; the defaults when null.</param>
    /// <exception cref="ArgumentException">The folder does not exist, or a glob is malformed.</exception>
    public DirectorySource(string path, SourceOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        RootDirectory = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (!Directory.Exists(RootDirectory))
        {
            throw new ArgumentException($"The folder '{path}' does not exist.", nameof(path));
        }

        _options = options ?? new SourceOptions();
        _globs = new GlobSet(_options.Include, _options.Exclude);
    }

    /// <summary>Absolute path of the folder.</summary>
    public string RootDirectory { get; }

    /// <inheritdoc/>
    public IAsyncEnumerable<SourceFile> ReadAsync(Action<FileFailure> onFailure, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(onFailure);
        return ReadAsync("", FrozenDictionary<string, SourceFile>.Empty, onFailure, cancellationToken);
    }

    IReadOnlyList<string> IFolderSource.Folders => [RootDirectory];

    IAsyncEnumerable<SourceFile> IStampedSource.ReadAsync(IReadOnlyDictionary<string, SourceFile> known, Action<FileFailure> onFailure, CancellationToken cancellationToken) =>
        ReadAsync("", known, onFailure, cancellationToken);

    /// <summary>Streams the files under another name.</summary>
    /// <param name="prefix">What each path is to begin with.</param>
    /// <param name="known">Files read before, by path.</param>
    /// <param name="onFailure">Called for each file that could not be taken.</param>
    /// <param name="cancellationToken">Stops the stream.</param>
    internal async IAsyncEnumerable<SourceFile> ReadAsync(string prefix, IReadOnlyDictionary<string, SourceFile> known, Action<FileFailure> onFailure, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<string> paths = await Task.Run(() => Walk(failure => onFailure(failure with { Path = prefix + failure.Path }), cancellationToken), cancellationToken).ConfigureAwait(false);
        await foreach (SourceFile file in OrderedReading.RunAsync(paths, path => Read(prefix, path, known.GetValueOrDefault(prefix + path)), onFailure, cancellationToken).ConfigureAwait(false))
        {
            yield return file;
        }
    }

    /// <summary>
    /// A text that is another one once a file of the folder is added, removed, written or ignored, found without opening any: by paths,
    /// sizes and times, those of what NuGet restored for project files included.
    /// </summary>
    /// <param name="cancellationToken">Stops the walk.</param>
    /// <returns>The text; null while a file was written within the last two seconds, as a further change of it might not show.</returns>
    public Task<string?> GetFingerprintAsync(CancellationToken cancellationToken = default) => Task.Run(() => FolderFingerprint.Of(RootDirectory, Walk(cancellationToken)), cancellationToken);

    /// <summary>
    /// What the git repository of the folder goes by, read from its settings: a worktree or clone has one of the names in common with it. Two folders with a name in common have much
    /// the same files (<c>CodeIndexBuilder.LoadAsync</c>).
    /// </summary>
    /// <returns>The names, each with the place of the folder in the repository; empty outside of one.</returns>
    public IReadOnlyList<string> GetRepositoryNames() => GitRepository.NamesOf(RootDirectory);

    /// <summary>Paths of the files that may be read, in order; none is opened.</summary>
    internal List<string> Walk(CancellationToken cancellationToken) => Walk(static _ => { }, cancellationToken);

    private List<string> Walk(Action<FileFailure> onFailure, CancellationToken cancellationToken) => DirectoryWalk.Run(RootDirectory, _options, _globs, onFailure, cancellationToken);

    private (SourceFile? File, FileFailure? Failure) Read(string prefix, string path, SourceFile? known) =>
        SourceFileReader.Read(Path.Combine(RootDirectory, path), prefix + path, _options.MaxFileBytes, takeUnknown: false, known, prefix.Length > 0 ? RootDirectory : null);
}
