namespace StructIndex;

/// <summary>
/// A first calibration of how likely a unit is to be what was asked for: a logistic function of its raw cosine and of the share
/// of the query's words that it holds. Unlike the fused score, which looks perfect at the top of every query, both mean the same
/// for every query.
/// </summary>
/// <remarks>
/// From the largest cosine of a query as measured on 32 repositories: .69 in the median for a repository's own questions (5 % below .47)
/// and .29 for programming questions of another domain (5 % above .54). Two normal distributions with these medians and the mean of their
/// deviations (.14) are equally likely at .49, and their log-odds grow by (.69 - .29) / .14² = 20 for each 1 of cosine. Part of that
/// is given to the words, which tell nearly as much alone.
/// </remarks>
internal static class RelevanceModel
{
    private const double CosineSlope = 16;
    private const double CosineMiddle = 0.49;
    private const double CoverageSlope = 4;
    private const double CoverageMiddle = 0.5;

    // Without vectors the words have to carry it alone; steeper, but never as sure as both.
    private const double LexicalOnlySlope = 7;

    /// <summary>The relevance, 0 to 1.</summary>
    /// <param name="cosine">Raw cosine of the unit; null without a dense leg.</param>
    /// <param name="coverage">Share of the query's words, weighed by their rarity, that the unit holds.</param>
    public static double Relevance(double? cosine, double coverage) => cosine is { } value
        ? Logistic((CosineSlope * (value - CosineMiddle)) + (CoverageSlope * (coverage - CoverageMiddle)))
        : Logistic(LexicalOnlySlope * (coverage - CoverageMiddle));

    private static double Logistic(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
