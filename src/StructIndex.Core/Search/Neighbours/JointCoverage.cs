using System.Buffers;
using System.Numerics.Tensors;

namespace StructIndex;

/// <summary>
/// What units say together with their callers and callees, where no unit says it alone. Of each unit the share of the query's words, by rarity, that it
/// or its neighbours hold, less the largest share that any unit holds by itself: above 0 only for a unit that brings together what is otherwise scattered.
/// Ordinary questions have a unit that answers them by itself, so for them there is no gain.
/// </summary>
internal sealed class JointCoverage
{
    /// <summary>A neighbour's word counts for a little less than a unit's own.</summary>
    private const float NeighbourShare = .9f;

    private readonly float[] _gains;

    private JointCoverage(float[] gains) => _gains = gains;

    /// <summary>The gain of a unit, 0 to 1.</summary>
    public float this[int unit] => _gains.Length == 0 ? 0 : _gains[unit];

    /// <summary>The units with the largest gains, best first; none without a gain.</summary>
    public IEnumerable<int> Best(int limit) => Enumerable.Range(0, _gains.Length).Where(unit => _gains[unit] > 0).OrderByDescending(unit => _gains[unit]).Take(limit);

    /// <summary>Reads the gains of a query.</summary>
    public static JointCoverage Of(RankInput input)
    {
        int count = input.Contents.Units.Count;
        float total = input.Query.Words.Sum(word => word.Idf);
        if (input.Intent.Kind != QueryKind.Sentence || input.Query.Words.Count < 2 || total <= 0 || input.Traits.Neighbours.IsEmpty)
        {
            return new JointCoverage([]);
        }

        float[] joint = new float[count];
        float[] rented = ArrayPool<float>.Shared.Rent(2 * count);
        Span<float> own = rented.AsSpan(0, count), word = rented.AsSpan(count, count);
        own.Clear();
        foreach (LexicalWord asked in input.Query.Words)
        {
            word.Clear();
            foreach (LexicalTerm term in asked.Terms)
            {
                Raise(word, input.Contents.Lexical.UnitsOf(term.Term), term.Similarity);
            }

            TensorPrimitives.MultiplyAdd(word, asked.Idf / total, own, own);
            foreach (LexicalTerm term in asked.Terms)
            {
                Raise(word, input.Traits.Neighbours.UnitsOf(term.Term), NeighbourShare * term.Similarity);
            }

            TensorPrimitives.MultiplyAdd(word, asked.Idf / total, joint, joint);
        }

        float most = Mask(input, own, joint);
        ArrayPool<float>.Shared.Return(rented);
        TensorPrimitives.Subtract(joint, most, joint);
        TensorPrimitives.Max(joint, 0f, joint);
        return new JointCoverage(joint);
    }

    // Units that a filter leaves out neither gain nor set the mark.
    private static float Mask(RankInput input, ReadOnlySpan<float> own, Span<float> joint)
    {
        float most = 0;
        for (int unit = 0; unit < joint.Length; unit++)
        {
            bool allowed = !input.Evidence.HasDense || !float.IsNegativeInfinity(input.Evidence.Dense[unit]);
            joint[unit] = allowed ? joint[unit] : 0;
            most = allowed ? Math.Max(most, own[unit]) : most;
        }

        return most;
    }

    private static void Raise(Span<float> values, ReadOnlySpan<int> units, float least)
    {
        foreach (int unit in units)
        {
            values[unit] = Math.Max(values[unit], least);
        }
    }
}
