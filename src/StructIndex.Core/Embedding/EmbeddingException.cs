namespace StructIndex;

/// <summary>
/// An embedding generator broke its contract: it gave too few or too many vectors, vectors of another size, or numbers that are not finite.
/// </summary>
public sealed class EmbeddingException : StructIndexException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was wrong.</param>
    /// <param name="model">Name of the model, where the generator told it.</param>
    /// <param name="expected">The number of vectors or components that was expected.</param>
    /// <param name="actual">The number that came.</param>
    public EmbeddingException(string message, string? model, int expected, int actual)
        : base(message) => (Model, Expected, Actual) = (model, expected, actual);

    /// <summary>Name of the model; null when the generator does not tell.</summary>
    public string? Model { get; }

    /// <summary>The number of vectors or components that was expected.</summary>
    public int Expected { get; }

    /// <summary>The number of vectors or components that came.</summary>
    public int Actual { get; }
}
