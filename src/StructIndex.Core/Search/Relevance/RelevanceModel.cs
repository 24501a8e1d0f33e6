namespace StructIndex;

/// <summary>
/// Turns features into probabilities by logistic regression: first whether the index holds an answer, then whether a hit is one.
/// </summary>
internal static class RelevanceModel
{
    /// <summary>
    /// Whether a search has no hits where nothing sets a threshold: an answer is unlikely for a query of its kind, and no symbol of the query is known. Pasted
    /// code and stack traces name many symbols, so one that is known says little.
    /// </summary>
    /// <param name="kind">What the query is.</param>
    /// <param name="namesSymbol">Whether it names a symbol of few files.</param>
    /// <param name="answerable">How likely an answer is.</param>
    /// <param name="least">The threshold of its kind (<see cref="RelevanceThresholds.Refused"/>).</param>
    public static bool IsHopeless(QueryKind kind, bool namesSymbol, double answerable, double least) => answerable < least && (!namesSymbol || kind is QueryKind.Snippet or QueryKind.Trace);

    /// <summary>How likely the index is to hold what was asked for.</summary>
    public static double Answerable(AnswerabilityFeatures features)
    {
        Span<double> values = stackalloc double[AnswerabilityFeatures.Count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = features.AsSpan()[i];
        }

        return Logistic(features.HasDense ? RelevanceWeights.Answerable : RelevanceWeights.AnswerableByWords, values);
    }

    /// <summary>How likely a hit is to be what was asked for.</summary>
    /// <param name="hit">What speaks for the hit.</param>
    /// <param name="features">The evidence of its query.</param>
    /// <param name="answerable">How likely an answer is; no hit is likelier.</param>
    public static double OfHit(in HitFeatures hit, AnswerabilityFeatures features, double answerable)
    {
        Span<double> values = stackalloc double[HitFeatures.Count];
        hit.CopyTo(features.Kind, features.AsSpan(), answerable, values);
        return Math.Min(answerable, Logistic(features.HasDense ? RelevanceWeights.Hit : RelevanceWeights.HitByWords, values));
    }

    // The last weight is the constant.
    private static double Logistic(ReadOnlySpan<double> weights, ReadOnlySpan<double> values)
    {
        double logOdds = weights[^1];
        for (int i = 0; i < values.Length; i++)
        {
            logOdds += weights[i] * values[i];
        }

        return 1 / (1 + Math.Exp(-logOdds));
    }
}
