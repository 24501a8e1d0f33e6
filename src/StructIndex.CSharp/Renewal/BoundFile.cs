namespace StructIndex;

/// <summary>The edges of a file as they are kept: ends by number, so that they hold when a body of another file is edited.</summary>
/// <param name="Edges">The edges in the order of the text.</param>
/// <param name="Statistics">What became of the call sites.</param>
/// <param name="Failure">What kept the file from being bound in full; null when nothing did.</param>
/// <param name="IsTimedOut">Whether that was the time it took, which may be enough another time.</param>
internal sealed record BoundFile(KeptEdge[] Edges, CSharpBindingStatistics Statistics, FileFailure? Failure, bool IsTimedOut);
