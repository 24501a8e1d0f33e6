namespace StructIndex;

/// <summary>The constants of <see cref="RelevanceModel"/>: one for each feature in their order, the last one added.</summary>
/// <remarks>
/// Logistic regression on 636 questions about 32 repositories, against 1,280 about other repositories, 150 about other worlds asked of each, and 123
/// that a repository nearly answers; three of four questions have an answer. Leaving one repository out, where 5 % of the repositories' own questions
/// are refused, so are 95 % of those about others, all about other worlds and 96 % of the near ones. See the reports under <c>benchmarks/</c>.
/// </remarks>
internal static class RelevanceWeights
{
    /// <summary>Whether there is an answer, by <see cref="RelevanceFeature"/>.</summary>
    public static ReadOnlySpan<double> Answerable => [8.015, 10.463, 4.8, 3.935, 1.253, -1.104, 0.837, -6.239];

    /// <summary>The same where there are no vectors.</summary>
    public static ReadOnlySpan<double> AnswerableByWords => [0, 0, 10, 0, 0, 0, 0, -2.9];

    /// <summary>Whether a hit is right if there is an answer, by <see cref="HitEvidence"/>.</summary>
    public static ReadOnlySpan<double> Hit => [1.154, 0.948, -7.981, 8.542, 1.293, 0.205, -2.232];

    /// <summary>The same where there are no vectors.</summary>
    public static ReadOnlySpan<double> HitByWords => [1.154, 0.948, -7.981, 8.542, 0, 0.205, -2.232];
}
