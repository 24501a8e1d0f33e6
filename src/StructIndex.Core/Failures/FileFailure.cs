namespace StructIndex;

/// <summary>A file that could not be read or parsed in full. Failures are data: the run goes on without the file, or with what was understood of it.</summary>
/// <param name="Path">Path relative to the root of the index, separated by <c>/</c>.</param>
/// <param name="Kind">What went wrong.</param>
/// <param name="Message">What happened, in a sentence a person can act on.</param>
public sealed record FileFailure(string Path, FileFailureKind Kind, string Message)
{
    /// <summary>By path, kind and message.</summary>
    internal static IReadOnlyList<FileFailure> InOrder(IEnumerable<FileFailure> failures)
        => [.. failures.OrderBy(failure => failure.Path, StringComparer.Ordinal).ThenBy(failure => failure.Kind).ThenBy(failure => failure.Message, StringComparer.Ordinal)];
}
