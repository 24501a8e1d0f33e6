namespace StructIndex;

/// <summary>The constants of <see cref="RelevanceModel"/>: one for each feature in their order, the last one added.</summary>
/// <remarks>
/// Logistic regression on 636 questions about 32 repositories, against 1,280 about other repositories, 150 about other worlds asked of each, and 123
/// that a repository nearly answers; three of four questions have an answer. Made by <c>fit-relevance</c> of the benchmarks; its report gives the figures.
/// </remarks>
internal static class RelevanceWeights
{
    /// <summary>Where searches abstain by default. Leaving one repository out, 5 % of the repositories' own questions are refused there, 96 % of those about others, all about other worlds, and 96 % of the near ones.</summary>
    public const double Minimum = .83;

    /// <summary>The same where there are no vectors: 5 % of the own questions, 69 %, 94 % and 63 % of the others.</summary>
    public const double MinimumByWords = .44;

    /// <summary>Whether there is an answer, by <see cref="RelevanceFeature"/>.</summary>
    public static ReadOnlySpan<double> Answerable => [9.642, 9.861, 5.019, 4.652, 1.128, -1.045, 0.926, -8.91];

    /// <summary>The same where there are no vectors.</summary>
    public static ReadOnlySpan<double> AnswerableByWords => [0, 0, 7.04, 4.396, 3.508, -0.543, 1.08, -3.437];

    /// <summary>Whether a hit is right if there is an answer, by <see cref="HitEvidence"/>.</summary>
    public static ReadOnlySpan<double> Hit => [-0.742, -0.729, -0.694, 0.964, 0.478, 0.22, 0.055];

    /// <summary>The same where there are no vectors.</summary>
    public static ReadOnlySpan<double> HitByWords => [-0.73, -1.078, -0.864, 1.173, 0, 0.062, 0.475];
}
