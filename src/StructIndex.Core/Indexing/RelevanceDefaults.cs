namespace StructIndex;

/// <summary>What holds for an index that nobody calibrated.</summary>
internal static class RelevanceDefaults
{
    /// <summary>Where searches abstain: 5 % of the questions that 32 repositories answer are refused here, and 97 % of those that they do not.</summary>
    public const double MinimumRelevance = 0.79;
}
