namespace StructIndex;

/// <summary>Finds edges between declarations with more knowledge than names, for example through a compiler.</summary>
public interface IEdgeBinder
{
    /// <summary>Binds all files it was made for.</summary>
    /// <param name="onBound">Called after each file, from any thread; null for no reports.</param>
    /// <param name="cancellationToken">Stops the work within 200 ms.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    IReadOnlyList<BoundReference> Bind(Action<SourceFile>? onBound, CancellationToken cancellationToken = default);

    /// <summary>Files that <see cref="Bind"/> could not bind in full, by path; empty before it has run.</summary>
    IReadOnlyList<FileFailure> Failures => [];
}
