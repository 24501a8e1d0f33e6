namespace StructIndex;

/// <summary>What speaks for one hit among the hits of its query.</summary>
/// <param name="Rank">Place, from 1.</param>
/// <param name="GapToFirst">How far its score is below the first one's.</param>
/// <param name="MarginOverSecond">How far the first score is above the second; 0 for the other hits.</param>
/// <param name="Cosine">The unit's cosine; 0 without vectors.</param>
/// <param name="Coverage">Share of the query's words, weighed by their rarity in the index, that the unit holds.</param>
internal readonly record struct HitFeatures(int Rank, double GapToFirst, double MarginOverSecond, double Cosine, double Coverage)
{
    private const int OwnCount = 12;
    private const double MinOdds = 1e-4;

    /// <summary>Number of values.</summary>
    public static int Count => OwnCount + AnswerabilityFeatures.Count;

    /// <summary>
    /// Writes the values that the relevance is made of: its own and whether there is an answer at all, and for the first hit what the query is and its evidence, since
    /// how often the first one is right depends on what was asked.
    /// </summary>
    /// <param name="kind">What the query is.</param>
    /// <param name="query">The evidence of the query, by <see cref="AnswerabilityFeature"/>.</param>
    /// <param name="answerable">How likely an answer is, 0 to 1.</param>
    /// <param name="values">Room for <see cref="Count"/> values.</param>
    public void CopyTo(QueryKind kind, ReadOnlySpan<float> query, double answerable, Span<double> values)
    {
        bool isFirst = Rank == 1;
        values.Clear();
        values[0] = isFirst ? 1 : 0;
        values[1] = Math.Log(Rank);
        values[2] = GapToFirst;
        values[3] = MarginOverSecond;
        values[4] = Cosine;
        values[5] = Coverage;
        values[6] = Math.Log(Math.Max(answerable, MinOdds) / Math.Max(1 - answerable, MinOdds));
        if (isFirst)
        {
            values[7] = kind == QueryKind.Title ? 1 : 0;
            values[8] = kind == QueryKind.Statement ? 1 : 0;
            values[9] = kind == QueryKind.Report ? 1 : 0;
            values[10] = kind is QueryKind.Snippet or QueryKind.Trace ? 1 : 0;
            values[11] = kind is QueryKind.Symbol or QueryKind.Path ? 1 : 0;
            for (int i = 0; i < query.Length; i++)
            {
                values[OwnCount + i] = query[i];
            }
        }
    }
}
