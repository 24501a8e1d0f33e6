using System.Collections.Frozen;
using System.Runtime.CompilerServices;

namespace StructIndex;

/// <summary>
/// Files of a folder that the caller lists, in ordinal order of their paths and each once. A listed file is wanted: ignore files do
/// not count, and one of an unknown language is plain text. Globs, the size limit, and the reports of a <see cref="DirectorySource"/> hold.
/// </summary>
public sealed class FileListSource : ISourceProvider, IStampedSource
{
    private readonly SourceOptions _options;
    private readonly GlobSet _globs;
    private readonly string[] _paths;

    /// <summary>Creates a source; nothing is read yet.</summary>
    /// <param name="root">The folder that paths are relative to, absolute or relative to the current one.</param>
    /// <param name="paths">The files: absolute, or relative to the root.</param>
    /// <param name="options">Globs and the size limit; the defaults when null.</param>
    /// <exception cref="ArgumentException">
    /// The folder does not exist, a path is empty or is outside the folder, or a glob is malformed.
    /// </exception>
    public FileListSource(string root, IEnumerable<string> paths, SourceOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        ArgumentNullException.ThrowIfNull(paths);
        RootDirectory = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        if (!Directory.Exists(RootDirectory))
        {
            throw new ArgumentException($"The folder '{root}' does not exist.", nameof(root));
        }

        _options = options ?? new SourceOptions();
        _globs = new GlobSet(_options.Include, _options.Exclude);
        _paths = [.. paths.Select(Relative).Where(path => _globs.Takes(path)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

        string Relative(string path)
        {
            ArgumentException.ThrowIfNullOrEmpty(path, nameof(paths));
            string relative = Path.GetRelativePath(RootDirectory, Path.Combine(RootDirectory, path));
            relative = relative.Replace(Path.DirectorySeparatorChar, '/');
            return relative is ".." || relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative)
                ? throw new ArgumentException($"The path '{path}' lies outside the folder '{root}'.", nameof(paths))
                : relative;
        }
    }

    /// <summary>Absolute path of the folder that paths are relative to.</summary>
    public string RootDirectory { get; }

    /// <inheritdoc/>
    public IAsyncEnumerable<SourceFile> ReadAsync(Action<FileFailure> onFailure, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(onFailure);
        return ReadAsync(FrozenDictionary<string, SourceFile>.Empty, onFailure, cancellationToken);
    }

    IAsyncEnumerable<SourceFile> IStampedSource.ReadAsync(IReadOnlyDictionary<string, SourceFile> known, Action<FileFailure> onFailure, CancellationToken cancellationToken) =>
        ReadAsync(known, onFailure, cancellationToken);

    private async IAsyncEnumerable<SourceFile> ReadAsync(IReadOnlyDictionary<string, SourceFile> known, Action<FileFailure> onFailure, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (SourceFile file in OrderedReading.RunAsync(_paths, path => Read(path, known.GetValueOrDefault(path)), onFailure, cancellationToken).ConfigureAwait(false))
        {
            yield return file;
        }
    }

    private (SourceFile? File, FileFailure? Failure) Read(string path, SourceFile? known) =>
        SourceFileReader.Read(Path.Combine(RootDirectory, path), path, _options.MaxFileBytes, takeUnknown: true, known);
}
