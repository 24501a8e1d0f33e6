namespace StructIndex;

/// <summary>What is known of the features before any fit.</summary>
internal static class RankFeatures
{
    /// <summary>1 for a feature that speaks for a file, -1 for one that speaks against it, 0 where only a fit can tell.</summary>
    public static int SignOf(RankFeature feature) => feature switch
    {
        >= RankFeature.Test and <= RankFeature.Entry => -1,
        RankFeature.ShownModule or RankFeature.ShownType or RankFeature.Size or RankFeature.Depth => 0,
        _ => 1,
    };
}
