using System.Numerics;

namespace StructIndex;

/// <summary>
/// Maps the scores of one retriever onto a scale that both share: 1 is the best, 0 the one at <see cref="FusionWeights.FloorPlace"/>.
/// </summary>
internal readonly record struct ScoreScale
{
    private ScoreScale(float top, float floor) => (Top, Floor) = (top, floor);

    /// <summary>The best score; negative infinity when nothing counts.</summary>
    public float Top { get; }

    /// <summary>The score that is mapped to 0.</summary>
    public float Floor { get; }

    /// <summary>The scale of a set of scores.</summary>
    /// <param name="scores">The scores; negative infinity for what does not count.</param>
    /// <param name="floorOfFew">
    /// The floor when fewer than <see cref="FusionWeights.FloorPlace"/> count; null takes the last of them.
    /// </param>
    public static ScoreScale Of(ReadOnlySpan<float> scores, float? floorOfFew = null)
    {
        float top = LargestScores.First(scores);
        float floor = LargestScores.AtPlace(scores, FusionWeights.FloorPlace);
        return new ScoreScale(top, !float.IsNegativeInfinity(floor) || float.IsNegativeInfinity(top) ? floor : floorOfFew ?? Least(scores));
    }

    /// <summary>The scale of a set of scores whose largest are known.</summary>
    public static ScoreScale Of(TopScores largest, float? floorOfFew = null)
    {
        ReadOnlySpan<float> scores = largest.Scores;
        return scores.IsEmpty ? new ScoreScale(float.NegativeInfinity, float.NegativeInfinity)
            : new ScoreScale(scores[0], scores.Length < FusionWeights.FloorPlace && floorOfFew is { } floor ? floor : scores[^1]);
    }

    /// <summary>The score on the common scale, below 0 for what lies under the floor.</summary>
    public float Map(float score) =>
        float.IsNegativeInfinity(score) ? score
        : Top > Floor ? (score - Floor) / (Top - Floor)
        : score >= Top ? 1
        : score - Top;

    /// <summary>The same for many scores.</summary>
    public Vector<float> Map(Vector<float> scores)
    {
        Vector<float> top = new(Top), nothing = new(float.NegativeInfinity);
        return Top > Floor ? (scores - new Vector<float>(Floor)) / new Vector<float>(Top - Floor)
            : Vector.ConditionalSelect(Vector.Equals(scores, nothing), nothing, Vector.ConditionalSelect(Vector.GreaterThanOrEqual(scores, top), Vector<float>.One, scores - top));
    }

    /// <summary>The score on the common scale, 0 for what lies under the floor.</summary>
    public float MapClamped(float score) => Math.Max(Map(score), 0);

    private static float Least(ReadOnlySpan<float> scores)
    {
        float least = float.PositiveInfinity;
        foreach (float score in scores)
        {
            least = float.IsNegativeInfinity(score) ? least : Math.Min(least, score);
        }

        return least;
    }
}
