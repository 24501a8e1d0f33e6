namespace StructIndex;

/// <summary>How far an evaluation has come.</summary>
/// <param name="Name">The search at work.</param>
/// <param name="Done">Questions asked.</param>
/// <param name="Total">Questions of the set.</param>
public readonly record struct EvaluationProgress(string Name, int Done, int Total);
