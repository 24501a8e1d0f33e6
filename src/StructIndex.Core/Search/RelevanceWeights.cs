namespace StructIndex;

/// <summary>The constants of <see cref="RelevanceModel"/>: one for each feature in their order, the last one added.</summary>
/// <remarks>
/// Logistic regression on 636 questions about 32 repositories, against 1,280 about other repositories, 150 about other worlds asked of each, and 123
/// that a repository nearly answers; three of four questions have an answer. Made by <c>fit-relevance</c> of the benchmarks; its report gives the figures.
/// </remarks>
internal static class RelevanceWeights
{
    /// <summary>Where searches abstain by default. Leaving one repository out, 5 % of the repositories' own questions are refused there, 96 % of those about others, all about other worlds, and 97 % of the near ones.</summary>
    public const double Minimum = .81;

    /// <summary>The same where there are no vectors: 5 % of the own questions, 69 %, 94 % and 64 % of the others.</summary>
    public const double MinimumByWords = .44;

    /// <summary>Whether there is an answer, by <see cref="RelevanceFeature"/>.</summary>
    public static ReadOnlySpan<double> Answerable => [7.645, 10.654, 5.187, 3.793, 1.233, -1.11, 0.94, -6.396];

    /// <summary>The same where there are no vectors.</summary>
    public static ReadOnlySpan<double> AnswerableByWords => [0, 0, 7.171, 4.393, 3.519, -0.537, 1.085, -3.522];

    /// <summary>Whether a hit is right if there is an answer, by <see cref="HitEvidence"/>. The fit gave 0.02 for the place, which is set to 0: a later hit is never likelier for being later.</summary>
    public static ReadOnlySpan<double> Hit => [1.64, 0, -0.111, 0.884, 3.236, 0.243, -3.843];

    /// <summary>The same where there are no vectors.</summary>
    public static ReadOnlySpan<double> HitByWords => [1.702, -0.185, -0.071, 1.124, 0, 1.211, -2.49];
}
