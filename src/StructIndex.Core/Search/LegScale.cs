using System.Numerics.Tensors;

namespace StructIndex;

/// <summary>Maps the scores of one leg onto a scale that two legs share: 1 is the best, 0 the one at <see cref="FusionWeights.FloorPlace"/>.</summary>
internal readonly record struct LegScale
{
    private const int Block = 256;

    private LegScale(float top, float floor) => (Top, Floor) = (top, floor);

    /// <summary>The best score; negative infinity when nothing counts.</summary>
    public float Top { get; }

    /// <summary>The score that is mapped to 0.</summary>
    public float Floor { get; }

    /// <summary>The scale of a set of scores.</summary>
    /// <param name="scores">The scores; negative infinity for what does not count.</param>
    /// <param name="floorOfFew">The floor when fewer than <see cref="FusionWeights.FloorPlace"/> count; null takes the last of them.</param>
    public static LegScale Of(ReadOnlySpan<float> scores, float? floorOfFew = null)
    {
        Span<float> best = stackalloc float[FusionWeights.FloorPlace];
        int count = 0;
        float least = float.NegativeInfinity;
        for (int start = 0; start < scores.Length; start += Block)
        {
            // Nearly every block lies below the best fifty, and one vectorized look tells.
            ReadOnlySpan<float> block = scores.Slice(start, Math.Min(Block, scores.Length - start));
            if (TensorPrimitives.Max(block) <= least)
            {
                continue;
            }

            foreach (float score in block)
            {
                if (score > least)
                {
                    Insert(score, best, ref count);
                    least = count == best.Length ? best[^1] : least;
                }
            }
        }

        return count == 0 ? new LegScale(float.NegativeInfinity, float.NegativeInfinity)
            : new LegScale(best[0], count < best.Length && floorOfFew is { } floor ? floor : best[count - 1]);
    }

    /// <summary>The score on the common scale, below 0 for what lies under the floor.</summary>
    public float Map(float score) =>
        float.IsNegativeInfinity(score) ? score
        : Top > Floor ? (score - Floor) / (Top - Floor)
        : score >= Top ? 1
        : score - Top;

    /// <summary>The score on the common scale, 0 for what lies under the floor.</summary>
    public float MapClamped(float score) => Math.Max(Map(score), 0);

    private static void Insert(float score, Span<float> best, ref int count)
    {
        count += count < best.Length ? 1 : 0;
        int at = count - 1;
        for (; at > 0 && best[at - 1] < score; at--)
        {
            best[at] = best[at - 1];
        }

        best[at] = score;
    }
}
