namespace StructIndex;

/// <summary>A saved index cannot be loaded: it is damaged, cut short, of another version, or made with another model.</summary>
public sealed class IndexFormatException : StructIndexException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="path">Path of the file, or null for a stream.</param>
    /// <param name="expected">What was expected, for example <c>format version 1</c>.</param>
    /// <param name="found">What was found instead.</param>
    /// <param name="innerException">The cause, or null.</param>
    public IndexFormatException(string? path, string expected, string found, Exception? innerException = null)
        : base($"{path ?? "The stream"} is not an index that can be loaded: expected {expected}, found {found}. Build the index again.", path, innerException)
    {
        Expected = expected;
        Found = found;
    }

    /// <summary>What was expected, for example <c>format version 1</c>.</summary>
    public string Expected { get; }

    /// <summary>What was found instead.</summary>
    public string Found { get; }
}
