namespace StructIndex;

/// <summary>A file of queries, judgements or results cannot be read.</summary>
/// <param name="path">The file.</param>
/// <param name="line">The line, 1-based.</param>
/// <param name="problem">What is wrong, and how to correct it.</param>
/// <param name="innerException">The cause, or null.</param>
public sealed class EvaluationFormatException(string path, int line, string problem, Exception? innerException = null)
    : StructIndexException($"{path}:{line}: {problem}", path, innerException)
{
    /// <summary>The line, 1-based.</summary>
    public int Line { get; } = line;

    /// <summary>What is wrong, and how to correct it.</summary>
    public string Problem { get; } = problem;
}
