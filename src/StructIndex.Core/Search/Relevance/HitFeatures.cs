namespace StructIndex;

/// <summary>What speaks for one hit among the hits of its query.</summary>
/// <param name="Rank">Place, from 1.</param>
/// <param name="GapToFirst">How far its score is below the first one's.</param>
/// <param name="MarginOverSecond">How far the first score is above the second; 0 for the other hits.</param>
/// <param name="Cosine">The unit's cosine; 0 without vectors.</param>
/// <param name="Coverage">Share of the query's words, weighed by their rarity in the index, that the unit holds.</param>
internal readonly record struct HitFeatures(int Rank, double GapToFirst, double MarginOverSecond, double Cosine, double Coverage)
{
    /// <summary>Number of values.</summary>
    public const int Count = 6;

    /// <summary>Writes the values that the relevance is made of.</summary>
    public void CopyTo(Span<double> values)
    {
        values[0] = Rank == 1 ? 1 : 0;
        values[1] = Math.Log(Rank);
        values[2] = GapToFirst;
        values[3] = MarginOverSecond;
        values[4] = Cosine;
        values[5] = Coverage;
    }
}
