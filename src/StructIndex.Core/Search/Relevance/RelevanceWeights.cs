namespace StructIndex;

/// <summary>The constants of <see cref="RelevanceModel"/>: one for each feature in their order, the last one added.</summary>
/// <remarks>
/// Logistic regression on 13,833 questions of eleven styles with an answer and 12,265 without, about 72 repositories. Made by <c>fit-relevance</c> of the benchmarks;
/// <c>benchmarks/reports/relevance.md</c> gives the figures by style, on repositories left out.
/// </remarks>
internal static class RelevanceWeights
{
    /// <summary>Where searches are answered by default and not marked as weak.</summary>
    public const double Minimum = .8;

    /// <summary>The same where there are no vectors.</summary>
    public const double MinimumByWords = .6;

    /// <summary>
    /// Where searches have no hits by default. Of the questions whose right file is among the first ten 0 to 6 % are below, by style,
    /// of those about other worlds 95 to 99 %, about repositories of another domain 60 to 95 %, of the same domain 39 to 92 %.
    /// </summary>
    public const double Hopeless = .4;

    /// <summary>The same where there are no vectors: 0 to 7 %, 92 to 99 %, 38 to 94 %, 26 to 95 %.</summary>
    public const double HopelessByWords = .4;

    /// <summary>Whether there is an answer, by <see cref="AnswerabilityFeature"/>.</summary>
    public static ReadOnlySpan<double> Answerable => [7.9588, 5.8235, 0.0634, -0.0009, 0.2817, 2.2026, 5.3035, 2.336, 1.1539, -1.163, 0.5997, -0.4863, 2.1563, -0.3117, -7.2514];

    /// <summary>The same where there are no vectors.</summary>
    public static ReadOnlySpan<double> AnswerableByWords => [0, 11.4524, 0.099, -0.0041, -0.4173, 1.8008, 5.2771, 2.4216, 2.4654, -1.4521, 1.6453, -0.6733, 1.8778, -0.1195, -4.6359];

    /// <summary>Whether a hit is right if there is an answer, by <see cref="HitFeatures"/>.</summary>
    public static ReadOnlySpan<double> Hit => [0.9603, -1.1251, -0.6736, 0.8237, 1.3218, 0.5044, -1.449, 2.6317, -0.0047, -0.0004, 0.0503, -0.9199, 1.0105, 0.1622, 0.3624, 0.0537, 0.2377, -0.1092, -0.2671, -0.2808, -0.2341];

    /// <summary>The same where there are no vectors.</summary>
    public static ReadOnlySpan<double> HitByWords => [-0.8681, -1.2659, -0.7079, 0.8669, 0, 0.3996, 0, 3.2667, -0.012, -0.0005, 0.0647, -0.47, 0.8551, -0.042, 0.1075, 0.1307, 0.4589, 0.1144, -0.0644, -0.277, 0.411];
}
