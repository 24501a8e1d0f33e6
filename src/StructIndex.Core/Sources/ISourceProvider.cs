namespace StructIndex;

/// <summary>Where source files come from: a folder, a list, memory, or a place of the user's own.</summary>
public interface ISourceProvider
{
    /// <summary>Absolute path of the folder that paths are relative to, or null when there is no such folder: the files are not on disk, or of several folders.</summary>
    string? RootDirectory { get; }

    /// <summary>Streams the files. The order does not matter: an index sorts them by path, ordinally.</summary>
    /// <param name="onFailure">Called for each file that could not be taken; may be called from any thread.</param>
    /// <param name="cancellationToken">Stops the stream.</param>
    IAsyncEnumerable<SourceFile> ReadAsync(Action<FileFailure> onFailure, CancellationToken cancellationToken = default);
}
