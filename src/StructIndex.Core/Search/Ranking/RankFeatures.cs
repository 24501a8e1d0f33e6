namespace StructIndex;

/// <summary>What is known of the features before any fit.</summary>
internal static class RankFeatures
{
    /// <summary>The weight of <see cref="RankFeature.NamedPath"/>, by hand, since no question of the development set names a path: whoever writes a path wants that file first.</summary>
    public const double NamedPath = 4;

    /// <summary>1 for a feature that speaks for a file, -1 for one that speaks against it, 0 where only a fit can tell.</summary>
    public static int SignOf(RankFeature feature) => feature switch
    {
        >= RankFeature.Test and <= RankFeature.Entry => -1,
        RankFeature.Depth => 0,
        _ => 1,
    };
}
