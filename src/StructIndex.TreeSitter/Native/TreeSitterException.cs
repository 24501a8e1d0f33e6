namespace StructIndex;

/// <summary>
/// A native tree-sitter library is missing or unfit. Says which one and what to do; the file's content is never the cause.
/// </summary>
public sealed class TreeSitterException : StructIndexException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is missing or unfit.</param>
    public TreeSitterException(string message)
        : base(message)
    {
    }
}
