namespace StructIndex;

/// <summary>The constants of <see cref="RelevanceModel"/>: one for each feature in their order, the last one added.</summary>
/// <remarks>
/// Logistic regression on 636 questions about 32 repositories, against 1,280 about other repositories, 150 about other worlds asked of each, and 123
/// that a repository nearly answers; three of four questions have an answer. Made by <c>fit-relevance</c> of the benchmarks; its report gives the figures.
/// </remarks>
internal static class RelevanceWeights
{
    /// <summary>Where searches abstain by default. Leaving one repository out, 4 % of the repositories' own questions are refused there, 96 % of those about others, all about other worlds, and 98 % of the near ones.</summary>
    public const double Minimum = .8;

    /// <summary>The same where there are no vectors: 5 % of the own questions, 79 %, 98 % and 69 % of the others.</summary>
    public const double MinimumByWords = .48;

    /// <summary>Whether there is an answer, by <see cref="RelevanceFeature"/>.</summary>
    public static ReadOnlySpan<double> Answerable => [7.691, 9.198, 3.319, 3.355, 0.749, -1.05, 0.16, 1.453, -6.076];

    /// <summary>The same where there are no vectors.</summary>
    public static ReadOnlySpan<double> AnswerableByWords => [0, 0, 6.522, 1.963, 3.613, -0.6, 0.02, 7.809, -0.814];

    /// <summary>Whether a hit is right if there is an answer, by <see cref="HitEvidence"/>.</summary>
    public static ReadOnlySpan<double> Hit => [-0.742, -0.729, -0.694, 0.964, 0.478, 0.22, 0.055];

    /// <summary>The same where there are no vectors.</summary>
    public static ReadOnlySpan<double> HitByWords => [-0.73, -1.078, -0.864, 1.173, 0, 0.062, 0.475];
}
