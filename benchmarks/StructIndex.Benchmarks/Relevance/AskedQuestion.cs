namespace StructIndex.Benchmarks;

/// <summary>A question that was asked of a repository, with the evidence that came back.</summary>
/// <param name="Repository">The repository.</param>
/// <param name="Kind">Whose question it was.</param>
/// <param name="Text">The question.</param>
/// <param name="Evidence">The evidence for an answer; null where no unit held a word of it.</param>
/// <param name="Hits">The evidence of each hit, and whether it was right.</param>
internal sealed record AskedQuestion(string Repository, QuestionKind Kind, string Text, double[]? Evidence, IReadOnlyList<(double[] Values, bool Right)> Hits);
