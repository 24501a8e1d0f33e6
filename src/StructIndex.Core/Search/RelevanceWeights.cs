namespace StructIndex;

/// <summary>The constants of <see cref="RelevanceModel"/>: one for each feature in their order, the last one added.</summary>
/// <remarks>
/// Logistic regression on 636 questions about 32 repositories, against 1,280 about other repositories, 150 about other worlds asked of each, and 123
/// that a repository nearly answers; three of four questions have an answer. Made by <c>fit-relevance</c> of the benchmarks; its report gives the figures.
/// </remarks>
internal static class RelevanceWeights
{
    /// <summary>Where searches abstain by default. Leaving one repository out, 5 % of the repositories' own questions are refused there, 96 % of those about others, all about other worlds, and 98 % of the near ones.</summary>
    public const double Minimum = .83;

    /// <summary>The same where there are no vectors: 5 % of the own questions, 71 %, 94 % and 69 % of the others.</summary>
    public const double MinimumByWords = .46;

    /// <summary>Whether there is an answer, by <see cref="RelevanceFeature"/>.</summary>
    public static ReadOnlySpan<double> Answerable => [7.642, 10.66, 5.202, 3.725, 1.232, -1.103, 0.883, -6.321];

    /// <summary>The same where there are no vectors.</summary>
    public static ReadOnlySpan<double> AnswerableByWords => [0, 0, 8.08, 3.674, 3.455, -0.576, 0.888, -2.799];

    /// <summary>Whether a hit is right if there is an answer, by <see cref="HitEvidence"/>.</summary>
    public static ReadOnlySpan<double> Hit => [1.286, -0.059, -0.132, 1.116, 3.504, 0.048, -3.746];

    /// <summary>The same where there are no vectors.</summary>
    public static ReadOnlySpan<double> HitByWords => [0.975, -0.352, -0.08, 1.417, 0, 1.032, -2.156];
}
