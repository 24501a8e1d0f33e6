namespace StructIndex.Tests;

/// <summary>What a run of changed inputs found.</summary>
/// <param name="Executions">How many inputs were read.</param>
/// <param name="Failures">Those that broke a law, with what was thrown.</param>
internal sealed record FuzzResult(long Executions, IReadOnlyList<(byte[] Input, Exception Failure)> Failures);
