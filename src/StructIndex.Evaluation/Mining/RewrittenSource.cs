using System.Runtime.CompilerServices;

namespace StructIndex;

/// <summary>
/// Files of a folder with other texts than on disk. They keep their places, so that what a project file says of them holds.
/// </summary>
internal sealed class RewrittenSource(string? rootDirectory, IReadOnlyList<SourceFile> files) : ISourceProvider
{
    public string? RootDirectory { get; } = rootDirectory;

    public async IAsyncEnumerable<SourceFile> ReadAsync(Action<FileFailure> onFailure, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (SourceFile file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return file;
        }
    }
}
