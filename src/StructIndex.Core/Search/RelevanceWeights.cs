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

    /// <summary>The same where there are no vectors: 5 % of the own questions, 69 %, 94 % and 64 % of the others.</summary>
    public const double MinimumByWords = .44;

    /// <summary>Whether there is an answer, by <see cref="RelevanceFeature"/>.</summary>
    public static ReadOnlySpan<double> Answerable => [9.622, 9.917, 4.851, 4.715, 1.135, -1.04, 0.902, -8.881];

    /// <summary>The same where there are no vectors.</summary>
    public static ReadOnlySpan<double> AnswerableByWords => [0, 0, 7.183, 4.353, 3.519, -0.534, 1.092, -3.544];

    /// <summary>Whether a hit is right if there is an answer, by <see cref="HitEvidence"/>.</summary>
    public static ReadOnlySpan<double> Hit => [-0.607, -0.676, -0.68, 0.928, 0.484, 0.239, -0.037];

    /// <summary>The same where there are no vectors.</summary>
    public static ReadOnlySpan<double> HitByWords => [-1.001, -1.127, -0.874, 1.204, 0, 0.08, 0.603];
}
