using StructIndex;

namespace StructIndex.Benchmarks;

/// <summary>What is known of the weights of features before any fit.</summary>
internal static class WeightBounds
{
    /// <summary>
    /// A fitted weight, or the least that is reasonable where the fit gives less. The training questions hold few pasted paths and no pasted messages without values
    /// filled in, and they are made of commits, which change deprecated code too; a user who writes a path wants that file first, one who pastes a message the code
    /// that contains it, and one who asks for code the version in use.
    /// </summary>
    public static float Bounded(RankFeature feature, float fitted) => feature switch
    {
        RankFeature.NamedPath => Math.Max(fitted, 4),
        RankFeature.Verbatim => Math.Max(fitted, 6),
        RankFeature.Compatibility => Math.Min(fitted, -3),
        _ => fitted,
    };

    /// <summary>
    /// The same for the order of units. What is known to answer the training questions are functions, so that a fit takes all else for wrong: code outside of any
    /// declaration is held back by no more than a type is, but by all of it where a change is asked for.
    /// </summary>
    public static float[] Bounded(float[] units)
    {
        const int module = (int)UnitFeature.Module;
        float[] bounded = [.. units];
        bounded[module] = Math.Max(units[module], -1);
        bounded[(int)UnitFeature.ChangeModule] += units[module] - bounded[module];
        return bounded;
    }

    /// <summary>1 for a feature that counts for a file, -1 for one that counts against it, 0 where only a fit can decide.</summary>
    public static int SignOf(RankFeature feature) => feature switch
    {
        >= RankFeature.Test and <= RankFeature.Entry => -1,
        >= RankFeature.Depth => 0,
        _ => 1,
    };
}
