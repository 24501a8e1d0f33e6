using System.Collections.Frozen;
using System.Runtime.CompilerServices;

namespace StructIndex;

/// <summary>
/// The source files of several folders, each as a <see cref="DirectorySource"/> takes them, under the folder's name: <c>api/src/a.cs</c> for <c>src/a.cs</c> of <c>/code/api</c>.
/// Folders of the same name are told apart by <c>-2</c>, <c>-3</c> and so on. A glob such as <c>api/**</c> filters by folder.
/// </summary>
public sealed class DirectoriesSource : ISourceProvider, IFolderSource
{
    private readonly (string Name, DirectorySource Source)[] _roots;

    /// <summary>Creates a source; nothing is read yet.</summary>
    /// <param name="paths">The folders, absolute or relative to the current one; one named twice is taken once.</param>
    /// <param name="options">What to take of each; globs are relative to each folder. The defaults when null.</param>
    /// <exception cref="ArgumentException">There is no folder, one does not exist or is inside of another, or a glob is malformed.</exception>
    public DirectoriesSource(IEnumerable<string> paths, SourceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        DirectorySource[] sources = [.. paths.Select(path => new DirectorySource(path, options)).DistinctBy(source => source.RootDirectory, StringComparer.Ordinal)];
        if (sources.Length == 0)
        {
            throw new ArgumentException("There must be a folder.", nameof(paths));
        }

        foreach (DirectorySource inner in sources)
        {
            if (Array.Find(sources, outer => inner.RootDirectory.StartsWith(Path.TrimEndingDirectorySeparator(outer.RootDirectory) + Path.DirectorySeparatorChar, StringComparison.Ordinal)) is { } around)
            {
                throw new ArgumentException($"The folder '{inner.RootDirectory}' is inside of '{around.RootDirectory}'; its files would be there twice.", nameof(paths));
            }
        }

        string[] names = UniqueNames.Of(sources.Select(source => Path.GetFileName(source.RootDirectory) is { Length: > 0 } name ? name : "root"));
        _roots = [.. names.Zip(sources)];
        Roots = _roots.ToFrozenDictionary(root => root.Name, root => root.Source.RootDirectory, StringComparer.Ordinal);
    }

    /// <summary>The absolute path of each folder, by the name that paths begin with.</summary>
    public IReadOnlyDictionary<string, string> Roots { get; }

    /// <summary>Null: the paths of the files are relative to no folder. <see cref="SourceFile.RootDirectory"/> says which one each is of.</summary>
    string? ISourceProvider.RootDirectory => null;

    IReadOnlyList<string> IFolderSource.Folders => [.. _roots.Select(root => root.Source.RootDirectory)];

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
        foreach ((string name, DirectorySource source) in _roots)
        {
            await foreach (SourceFile file in source.ReadAsync(name + "/", known, onFailure, cancellationToken).ConfigureAwait(false))
            {
                yield return file;
            }
        }
    }
}
