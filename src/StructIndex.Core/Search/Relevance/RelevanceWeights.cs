namespace StructIndex;

/// <summary>The constants of <see cref="RelevanceModel"/>: one for each feature in their order, the last one added.</summary>
/// <remarks>
/// Logistic regression on 13,847 questions of eleven styles with an answer and 12,265 without, about 72 repositories. Made by <c>fit-relevance</c> of the benchmarks;
/// <c>benchmarks/reports/relevance.md</c> gives the figures by style, on repositories left out.
/// </remarks>
internal static class RelevanceWeights
{
    /// <summary>Whether there is an answer, by <see cref="AnswerabilityFeature"/>.</summary>
    public static ReadOnlySpan<double> Answerable => [8.2931, 5.9503, 0.0598, -0.0001, 0.2863, 2.1471, 5.53, 2.0848, 1.1795, -1.0595, 0.5189, -0.6531, 2.2212, -0.3053, -7.3694];

    /// <summary>The same where there are no vectors.</summary>
    public static ReadOnlySpan<double> AnswerableByWords => [0, 11.2972, 0.0957, -0.0021, -0.4253, 1.8499, 5.2933, 2.5236, 2.0396, -1.5298, 1.5727, -0.6947, 1.9162, -0.1098, -4.599];

    /// <summary>Whether a hit is right if there is an answer, by <see cref="HitFeatures"/>.</summary>
    public static ReadOnlySpan<double> Hit => [2.4447, -1.1658, -0.612, 0.736, 0.896, 1.0429, -0.0067, -0.7793, -0.6595, -0.366, -0.1938, 0.6331, -1.4628, 1.6301, -0.0019, 0.0019, 0.0615, -0.7362, 1.1543, 0.0705, 0.6616, 0.2925, -0.1894, -0.5191, 0.0184, -0.2936, -0.3581];

    /// <summary>The same where there are no vectors.</summary>
    public static ReadOnlySpan<double> HitByWords => [0.4771, -1.1688, -0.7913, 0.9429, 0, 0.7335, 0.0212, -0.6492, -0.6002, -0.1419, 0.4886, 0.5899, 0, 2.1134, -0.0044, 0.0009, 0.0731, -0.2871, 0.7312, -0.2241, 0.206, 0.5097, -0.0872, 0.1878, 0.1598, -0.2698, 0.1393];
}
