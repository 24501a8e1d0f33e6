namespace StructIndex;

/// <summary>Scores every candidate of a pool for one query. One instance serves many threads.</summary>
internal interface IPoolScorer
{
    /// <summary>Writes a score for each candidate; higher is better.</summary>
    /// <param name="query">Number of the pair whose documentation is asked.</param>
    /// <param name="scores">One place for each pair of the pool.</param>
    void Score(int query, Span<float> scores);
}
