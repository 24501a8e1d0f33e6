using System.Buffers;
using System.Numerics.Tensors;

namespace StructIndex;

/// <summary>
/// What units say together with their callers and callees, where no unit says it alone. Of each unit the share of the query's words, by rarity, that it
/// or its neighbours hold, less the largest share that any unit holds by itself: above 0 only for a unit that brings together what is otherwise scattered.
/// Ordinary questions have a unit that answers them by itself, so for them there is no gain. Nor is there one for units that say much themselves: it is for
/// names that say nothing (<c>process</c>, <c>commitStep2</c>).
/// </summary>
internal sealed class JointCoverage
{
    /// <summary>A neighbour's word counts for a little less than a unit's own.</summary>
    private const float NeighbourShare = .9f;

    // Both keep the development questions as they are without this feature, where .9 and 0 change four repositories for the worse.
    private const float MostOwnShare = .7f;
    private const float LeastGain = .05f;

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
        float[] weights = [.. input.Query.Words.Select(word => Weight(word, input.Model))];
        float total = weights.Sum();
        if (input.Intent.Kind != QueryKind.Sentence || input.Query.Words.Count < 2 || total <= 0 || input.Traits.Neighbours.IsEmpty)
        {
            return new JointCoverage([]);
        }

        float[] joint = new float[count];
        float[] rented = ArrayPool<float>.Shared.Rent(2 * count);
        Span<float> own = rented.AsSpan(0, count), word = rented.AsSpan(count, count);
        own.Clear();
        for (int i = 0; i < weights.Length; i++)
        {
            LexicalWord asked = input.Query.Words[i];
            if (asked.Terms.Length == 0)
            {
                continue;
            }

            word.Clear();
            foreach (LexicalTerm term in asked.Terms)
            {
                Raise(word, input.Contents.Lexical.UnitsOf(term.Term), term.Similarity);
            }

            TensorPrimitives.MultiplyAdd(word, weights[i] / total, own, own);
            foreach (LexicalTerm term in asked.Terms)
            {
                Raise(word, input.Traits.Neighbours.UnitsOf(term.Term), NeighbourShare * term.Similarity);
            }

            TensorPrimitives.MultiplyAdd(word, weights[i] / total, joint, joint);
        }

        float most = Mask(input, own, joint);
        ArrayPool<float>.Shared.Return(rented);
        TensorPrimitives.Subtract(joint, most + LeastGain, joint);
        TensorPrimitives.Max(joint, 0f, joint);
        return new JointCoverage(joint);
    }

    // In a small code base "that" is as rare as "inventory", so what is common in code at large counts little too.
    private static float Weight(LexicalWord word, StaticEmbeddingModel? model) => model is null ? word.Idf : Math.Min(word.Idf, (float)model.Rarity(word.Text));

    // Units that a filter leaves out neither gain nor set the mark; units that say much themselves are ranked by what they say.
    private static float Mask(RankInput input, Span<float> own, Span<float> joint)
    {
        for (int unit = 0; input.Evidence.HasDense && unit < own.Length; unit++)
        {
            own[unit] = float.IsNegativeInfinity(input.Evidence.Dense[unit]) ? float.PositiveInfinity : own[unit];
        }

        float most = 0;
        foreach (float share in own)
        {
            most = float.IsPositiveInfinity(share) ? most : Math.Max(most, share);
        }

        for (int unit = 0; unit < own.Length; unit++)
        {
            joint[unit] = own[unit] > MostOwnShare * most ? 0 : joint[unit];
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
