namespace StructIndex;

/// <summary>The constants of <see cref="RelevanceModel"/>: one for each feature in their order, the last one added.</summary>
/// <remarks>
/// Logistic regression on 636 questions about 32 repositories, against 1,280 about other repositories, 150 about other worlds asked of each, and 123
/// that a repository nearly answers; three of four questions have an answer. Made by <c>fit-relevance</c> of the benchmarks; its report gives the figures.
/// </remarks>
internal static class RelevanceWeights
{
    /// <summary>Where searches abstain by default. Leaving one repository out, 3.5 % of the repositories' own questions are refused there, 96 % of those about others, all about other worlds, and 98 % of the near ones.</summary>
    public const double Minimum = .81;

    /// <summary>The same where there are no vectors: 5 % of the own questions, 79 %, 98 % and 69 % of the others.</summary>
    public const double MinimumByWords = .49;

    /// <summary>Whether there is an answer, by <see cref="RelevanceFeature"/>.</summary>
    public static ReadOnlySpan<double> Answerable => [8.255, 8.713, 2.888, 3.864, 0.605, -1.089, 0.147, 1.128, -5.883];

    /// <summary>The same where there are no vectors.</summary>
    public static ReadOnlySpan<double> AnswerableByWords => [0, 0, 6.308, 1.969, 3.691, -0.607, 0.027, 8.201, -0.851];

    /// <summary>Whether a hit is right if there is an answer, by <see cref="HitEvidence"/>.</summary>
    public static ReadOnlySpan<double> Hit => [-0.651, -0.723, -0.687, 0.938, 0.704, 0.049, -0.044];

    /// <summary>The same where there are no vectors.</summary>
    public static ReadOnlySpan<double> HitByWords => [-0.649, -1.032, -0.864, 1.147, 0, -0.06, 0.484];
}
