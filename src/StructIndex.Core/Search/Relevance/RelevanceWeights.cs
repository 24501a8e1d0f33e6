namespace StructIndex;

/// <summary>The constants of <see cref="RelevanceModel"/>: one for each feature in their order, the last one added.</summary>
/// <remarks>
/// Logistic regression on 13,847 questions of eleven styles with an answer and 12,265 without, about 72 repositories. Made by <c>fit-relevance</c> of the benchmarks;
/// <c>benchmarks/reports/relevance.md</c> gives the figures by style, on repositories left out.
/// </remarks>
internal static class RelevanceWeights
{
    /// <summary>Whether there is an answer, by <see cref="AnswerabilityFeature"/>.</summary>
    public static ReadOnlySpan<double> Answerable => [8.3002, 5.9615, 0.0596, 0, 0.292, 2.1421, 5.4178, 2.0823, 1.2432, -1.0598, 0.5126, -0.6548, 2.2235, -0.311, -7.3627];

    /// <summary>The same where there are no vectors.</summary>
    public static ReadOnlySpan<double> AnswerableByWords => [0, 11.2872, 0.0924, -0.0017, -0.4286, 1.8901, 5.2975, 2.4237, 2.0249, -1.5464, 1.5469, -0.6721, 1.9065, -0.1045, -4.574];

    /// <summary>Whether a hit is right if there is an answer, by <see cref="HitFeatures"/>.</summary>
    public static ReadOnlySpan<double> Hit => [1.6663, -1.1355, -0.6505, 0.8194, 1.1972, 0.7179, 0.0158, -0.7861, -0.7256, -0.2869, 0.1855, 0.4565, -1.559, 1.8803, -0.0098, 0.0006, 0.0509, -0.6309, 1.1695, 0.1995, 0.1643, 0.297, -0.0206, -0.0722, 0.0856, -0.2485, -0.3659];

    /// <summary>The same where there are no vectors.</summary>
    public static ReadOnlySpan<double> HitByWords => [0.6053, -1.2488, -0.7067, 0.8579, 0, 0.6086, 0.0285, -0.5938, -0.5662, 0.0758, 0.4767, 0.2729, 0, 1.9544, -0.0038, 0.0008, 0.0704, -0.2107, 0.7688, -0.1729, 0.1304, 0.5367, -0.2212, -0.0234, 0.1518, -0.26, 0.2062];
}
