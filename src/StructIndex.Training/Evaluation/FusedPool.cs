using System.Numerics.Tensors;

namespace StructIndex;

/// <summary>A weighted sum of two scorers; the second is divided by its best score for the query.</summary>
internal sealed class FusedPool(IPoolScorer dense, IPoolScorer lexical, float denseShare) : IPoolScorer
{
    public void Score(int query, Span<float> scores)
    {
        float[] other = new float[scores.Length];
        dense.Score(query, scores);
        lexical.Score(query, other);
        float best = Math.Max(TensorPrimitives.Max<float>(other), float.Epsilon);
        TensorPrimitives.Multiply(scores, denseShare, scores);
        TensorPrimitives.MultiplyAdd(other, (1 - denseShare) / best, scores, scores);
    }
}
