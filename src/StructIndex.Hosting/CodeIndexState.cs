namespace StructIndex;

/// <summary>The state of an index that is built in the background, at one moment.</summary>
/// <param name="Phase">How much is there.</param>
/// <param name="Progress">How far the work at hand has come; null where none is under way or nothing is known yet.</param>
/// <param name="Failure">What went wrong, in a sentence; null unless the phase is <see cref="CodeIndexPhase.Failed"/>.</param>
public sealed record CodeIndexState(CodeIndexPhase Phase, IndexProgress? Progress = null, string? Failure = null)
{
    /// <inheritdoc/>
    public override string ToString() => Phase switch
    {
        CodeIndexPhase.Ready => "ready",
        CodeIndexPhase.Failed => $"failed: {Failure}",
        CodeIndexPhase.Binding => $"searchable, edges still to come{Describe()}",
        _ => $"being built{Describe()}",
    };

    private string Describe() => Progress is not { } at ? ""
        : at.Total > 0 ? FormattableString.Invariant($" ({at.Stage.ToString().ToLowerInvariant()}, {at.Done} of {at.Total})")
        : FormattableString.Invariant($" ({at.Stage.ToString().ToLowerInvariant()}, {at.Done})");
}
