namespace StructIndex;

/// <summary>
/// A file that could not be read or parsed in full. Failures are data: the run goes on without the file, or with what was understood of it.
/// </summary>
/// <param name="Path">Path relative to the root of the index, separated by <c>/</c>.</param>
/// <param name="Kind">What went wrong.</param>
/// <param name="Message">What happened, in a sentence a person can act on.</param>
public sealed record FileFailure(string Path, FileFailureKind Kind, string Message)
{
    /// <summary>Whether the index holds the file, though not all of it was understood; false where it holds nothing of it.</summary>
    public bool IsReadInPart => Kind is FileFailureKind.ParseFailed or FileFailureKind.ParseTimedOut or FileFailureKind.Cut or FileFailureKind.EdgesIncomplete
        or FileFailureKind.ProjectIgnored or FileFailureKind.SyntaxErrors or FileFailureKind.DeclarationsLost or FileFailureKind.EncodingGuessed;

    /// <summary>By path, kind and message.</summary>
    internal static IReadOnlyList<FileFailure> InOrder(IEnumerable<FileFailure> failures)
        => [.. failures.OrderBy(failure => failure.Path, StringComparer.Ordinal).ThenBy(failure => failure.Kind).ThenBy(failure => failure.Message, StringComparer.Ordinal)];
}
