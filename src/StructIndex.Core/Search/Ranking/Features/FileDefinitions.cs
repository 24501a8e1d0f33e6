namespace StructIndex;

/// <summary>What a file declares of the symbols that a query names.</summary>
/// <param name="Type">A type of that name.</param>
/// <param name="Function">A function or member of that name.</param>
/// <param name="Fit">How well the declaration fits the name, to be compared with others of the file; 0 for none.</param>
/// <param name="Unit">The declaration; -1 for none.</param>
/// <param name="Implements">1/n where it is one of n files that implement an interface of that name; 0 for none.</param>
/// <param name="Named">1 where the query names the file itself, 1/n for the n-th frame of a stack trace from the innermost on; 0 for neither.</param>
internal readonly record struct FileDefinitions(bool Type, bool Function, float Fit, int Unit, float Implements, float Named)
{
    /// <summary>Nothing that the query names.</summary>
    public static FileDefinitions None { get; } = new(false, false, 0, -1, 0, 0);
}
