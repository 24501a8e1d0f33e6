namespace StructIndex;

/// <summary>What speaks for one hit among the hits of its query.</summary>
/// <param name="Rank">Place, from 1.</param>
/// <param name="GapToFirst">How far its score is below the first one's.</param>
/// <param name="MarginOverSecond">How far the first score is above the second; 0 for the other hits.</param>
/// <param name="Cosine">The unit's cosine; 0 without vectors.</param>
/// <param name="Coverage">Share of the query's words, weighed by their rarity in the index, that the unit holds.</param>
internal readonly record struct HitFeatures(int Rank, double GapToFirst, double MarginOverSecond, double Cosine, double Coverage)
{
    private const int OwnCount = 6;

    /// <summary>Number of values.</summary>
    public static int Count => OwnCount + AnswerabilityFeatures.Count;

    /// <summary>Writes the values that the relevance is made of: its own, and for the first hit the evidence of the query, since how often the first one is right depends on what was asked.</summary>
    /// <param name="query">The evidence of the query, by <see cref="AnswerabilityFeature"/>.</param>
    /// <param name="values">Room for <see cref="Count"/> values.</param>
    public void CopyTo(ReadOnlySpan<float> query, Span<double> values)
    {
        values[0] = Rank == 1 ? 1 : 0;
        values[1] = Math.Log(Rank);
        values[2] = GapToFirst;
        values[3] = MarginOverSecond;
        values[4] = Cosine;
        values[5] = Coverage;
        for (int i = 0; i < query.Length; i++)
        {
            values[OwnCount + i] = Rank == 1 ? query[i] : 0;
        }
    }
}
