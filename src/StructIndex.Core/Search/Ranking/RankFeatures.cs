namespace StructIndex;

/// <summary>What is known of the features before any fit.</summary>
internal static class RankFeatures
{
    /// <summary>
    /// A fitted weight, or what reason asks for where it is more. A user who writes a path wants that file first, and one who pastes a message of four words in a
    /// row the code that holds it, as no question of the training set tells (its messages have values filled in). A deprecated twin steps back as far as
    /// an older version does: commits change old code too, but who asks for code wants what is in use.
    /// </summary>
    public static float Bounded(RankFeature feature, float fitted) => feature switch
    {
        RankFeature.NamedPath => Math.Max(fitted, 4),
        RankFeature.Verbatim => Math.Max(fitted, 6),
        RankFeature.Compatibility => Math.Min(fitted, -3),
        _ => fitted,
    };

    /// <summary>1 for a feature that speaks for a file, -1 for one that speaks against it, 0 where only a fit can tell.</summary>
    public static int SignOf(RankFeature feature) => feature switch
    {
        >= RankFeature.Test and <= RankFeature.Entry => -1,
        >= RankFeature.Depth => 0,
        _ => 1,
    };
}
