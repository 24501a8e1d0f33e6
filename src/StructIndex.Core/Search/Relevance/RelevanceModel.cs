namespace StructIndex;

/// <summary>
/// Turns features into probabilities by logistic regression: first whether the index holds an answer, then, if it does, whether a hit is one.
/// Their product is the relevance of a hit.
/// </summary>
internal static class RelevanceModel
{
    /// <summary>The default threshold: searches whose relevance is lower are answered weakly at best.</summary>
    public static double Minimum(AnswerabilityFeatures features) => features.HasDense ? RelevanceWeights.Minimum : RelevanceWeights.MinimumByWords;

    /// <summary>Whether a search has no hits where nothing sets a threshold: an answer is unlikely, and no symbol of the query is known.</summary>
    public static bool IsHopeless(AnswerabilityFeatures features, double answerable) =>
        !features.NamesSymbol && answerable < (features.HasDense ? RelevanceWeights.Hopeless : RelevanceWeights.HopelessByWords);

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

    /// <summary>How likely a hit is to be what was asked for, if the index holds it.</summary>
    /// <param name="hit">What speaks for the hit.</param>
    /// <param name="features">The evidence of its query.</param>
    public static double OfHit(in HitFeatures hit, AnswerabilityFeatures features)
    {
        Span<double> values = stackalloc double[HitFeatures.Count];
        hit.CopyTo(features.AsSpan(), values);
        return Logistic(features.HasDense ? RelevanceWeights.Hit : RelevanceWeights.HitByWords, values);
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
