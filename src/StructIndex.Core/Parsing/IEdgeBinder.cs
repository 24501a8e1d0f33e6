namespace StructIndex;

/// <summary>Finds edges between declarations with more knowledge than names, for example through a compiler.</summary>
public interface IEdgeBinder
{
    /// <summary>Binds all files it was made for.</summary>
    /// <param name="onBound">Called after each file, from any thread; null for no reports.</param>
    /// <param name="cancellationToken">Stops the work within 200 ms.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    IReadOnlyList<BoundReference> Bind(Action<SourceFile>? onBound, CancellationToken cancellationToken = default);

    /// <summary>
    /// As <see cref="Bind"/>, where neither this binder nor <see cref="ICodeParser.Reparse"/> of its output is called again: what is held for
    /// them may be released while the work goes on. By default the same as <see cref="Bind"/>.
    /// </summary>
    /// <param name="onBound">Called after each file, from any thread; null for no reports.</param>
    /// <param name="cancellationToken">Stops the work within 200 ms.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    IReadOnlyList<BoundReference> BindOnce(Action<SourceFile>? onBound, CancellationToken cancellationToken = default) => Bind(onBound, cancellationToken);

    /// <summary>Files that <see cref="Bind"/> could not bind in full, by path; empty before it has run.</summary>
    IReadOnlyList<FileFailure> Failures => [];

    /// <summary>What it has found, in bytes of its own making from which <see cref="ICodeParser.Restore"/> makes it again in a later process; asked after <see cref="Bind"/>.</summary>
    byte[] Keep() => [];
}
