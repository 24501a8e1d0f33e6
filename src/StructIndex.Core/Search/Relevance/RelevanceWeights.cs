namespace StructIndex;

/// <summary>The constants of <see cref="RelevanceModel"/>: one for each feature in their order, the last one added.</summary>
/// <remarks>
/// Logistic regression on 636 questions about 32 repositories, against 1,280 about other repositories, 150 about other worlds asked of each, and 123
/// that a repository nearly answers; three of four questions have an answer. Made by <c>fit-relevance</c> of the benchmarks; its report gives the figures.
/// </remarks>
internal static class RelevanceWeights
{
    /// <summary>Where searches are answered by default. Leaving one repository out, 3.5 % of the repositories' own questions are below, 96 % of those about others, all about other worlds, and 97 % of the near ones.</summary>
    public const double Minimum = .8;

    /// <summary>The same where there are no vectors: 5 % of the own questions, 79 %, 98 % and 68 % of the others.</summary>
    public const double MinimumByWords = .49;

    /// <summary>
    /// Where searches have no hits by default. Of 1,664 questions of nine styles about 18 repositories whose file is among the first ten 6.4 % are below
    /// (19 % are below <see cref="Minimum"/>), of 1,422 of other repositories 69 %, of 216 about other worlds 98.6 %.
    /// </summary>
    public const double Hopeless = .2;

    /// <summary>The same where there are no vectors; the same share of <see cref="MinimumByWords"/>, not fitted.</summary>
    public const double HopelessByWords = .12;

    /// <summary>Whether there is an answer, by <see cref="AnswerabilityFeature"/>.</summary>
    public static ReadOnlySpan<double> Answerable => [8.8, 8.585, 2.903, 3.642, 0.655, -1.07, 0.147, 1.111, -6.052];

    /// <summary>The same where there are no vectors.</summary>
    public static ReadOnlySpan<double> AnswerableByWords => [0, 0, 6.02, 2.08, 3.672, -0.577, 0.021, 8.108, -0.945];

    /// <summary>Whether a hit is right if there is an answer, by <see cref="HitFeatures"/>.</summary>
    public static ReadOnlySpan<double> Hit => [-0.437, -0.797, -0.66, 0.836, 0.418, 0.38, 0.005];

    /// <summary>The same where there are no vectors.</summary>
    public static ReadOnlySpan<double> HitByWords => [-0.867, -1.194, -0.882, 1.201, 0, 0.018, 0.613];
}
