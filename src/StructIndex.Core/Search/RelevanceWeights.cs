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
    public static ReadOnlySpan<double> Answerable => [8.772, 8.632, 2.671, 3.732, 0.673, -1.072, 0.143, 1.319, -6.035];

    /// <summary>The same where there are no vectors.</summary>
    public static ReadOnlySpan<double> AnswerableByWords => [0, 0, 6.038, 2.083, 3.677, -0.574, 0.016, 8.117, -0.94];

    /// <summary>Whether a hit is right if there is an answer, by <see cref="HitEvidence"/>.</summary>
    public static ReadOnlySpan<double> Hit => [-0.634, -0.761, -0.677, 0.922, 0.466, 0.292, 0.026];

    /// <summary>The same where there are no vectors.</summary>
    public static ReadOnlySpan<double> HitByWords => [-0.565, -1.104, -0.847, 1.147, 0, -0.023, 0.452];
}
