namespace StructIndex;

/// <summary>
/// What StructIndex cannot do because of something outside the program: a damaged file, a missing native library, a model that breaks its
/// contract. Every exception of StructIndex's own is one; wrong arguments, failed reads and writes, and cancellation keep the exceptions of
/// .NET.
/// </summary>
public class StructIndexException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong and what to do, as one line.</param>
    /// <param name="path">The file or folder at fault; null where there is none.</param>
    /// <param name="innerException">The cause, or null.</param>
    public StructIndexException(string message, string? path = null, Exception? innerException = null)
        : base(message, innerException) => Path = path;

    /// <summary>The file or folder at fault; null where there is none, or where it was read from a stream.</summary>
    public string? Path { get; }
}
