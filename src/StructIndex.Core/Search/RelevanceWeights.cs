namespace StructIndex;

/// <summary>The constants of <see cref="RelevanceModel"/>: one for each feature in their order, the last one added.</summary>
/// <remarks>
/// Logistic regression on 636 questions about 32 repositories, against 1,280 about other repositories, 150 about other worlds asked of each, and 123
/// that a repository nearly answers; three of four questions have an answer. Made by <c>fit-relevance</c> of the benchmarks; its report gives the figures.
/// </remarks>
internal static class RelevanceWeights
{
    /// <summary>Where searches abstain by default. Leaving one repository out, 3.5 % of the repositories' own questions are refused there, 96 % of those about others, all about other worlds, and 97 % of the near ones.</summary>
    public const double Minimum = .8;

    /// <summary>The same where there are no vectors: 5 % of the own questions, 79 %, 98 % and 69 % of the others.</summary>
    public const double MinimumByWords = .49;

    /// <summary>Whether there is an answer, by <see cref="RelevanceFeature"/>.</summary>
    public static ReadOnlySpan<double> Answerable => [8.778, 8.584, 2.89, 3.647, 0.653, -1.072, 0.147, 1.179, -6.045];

    /// <summary>The same where there are no vectors.</summary>
    public static ReadOnlySpan<double> AnswerableByWords => [0, 0, 6.02, 2.086, 3.674, -0.578, 0.019, 8.135, -0.933];

    /// <summary>Whether a hit is right if there is an answer, by <see cref="HitEvidence"/>.</summary>
    public static ReadOnlySpan<double> Hit => [-0.525, -0.798, -0.667, 0.863, 0.429, 0.373, 0.028];

    /// <summary>The same where there are no vectors.</summary>
    public static ReadOnlySpan<double> HitByWords => [-0.778, -1.129, -0.88, 1.196, 0, 0.039, 0.533];
}
