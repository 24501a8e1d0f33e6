using System.Runtime.CompilerServices;

namespace StructIndex;

/// <summary>Source files that are in memory.</summary>
public sealed class MemorySource : ISourceProvider
{
    private readonly SourceFile[] _files;

    /// <summary>Creates a source of these files.</summary>
    /// <param name="files">The files; each path once.</param>
    /// <exception cref="ArgumentException">A path occurs twice.</exception>
    public MemorySource(IEnumerable<SourceFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        _files = [.. files];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (SourceFile file in _files)
        {
            if (!seen.Add(file.Path))
            {
                throw new ArgumentException($"The path '{file.Path}' occurs twice.", nameof(files));
            }
        }
    }

    /// <summary>Creates a source of these texts; the language of each is told by its path and text.</summary>
    /// <param name="texts">Paths relative to a root of the caller's own, separated by <c>/</c>, each with its text.</param>
    /// <exception cref="ArgumentException">A path is empty or occurs twice.</exception>
    public MemorySource(IEnumerable<(string Path, string Text)> texts)
        : this((texts ?? throw new ArgumentNullException(nameof(texts))).Select(text => new SourceFile(text.Path, text.Text) { IsGenerated = GeneratedFiles.IsGenerated(text.Path, text.Text) }))
    {
    }

    /// <summary>Null: the files are not on disk.</summary>
    public string? RootDirectory => null;

    /// <inheritdoc/>
    public async IAsyncEnumerable<SourceFile> ReadAsync(Action<FileFailure> onFailure, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(onFailure);
        foreach (SourceFile file in _files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return file;
        }
    }
}
