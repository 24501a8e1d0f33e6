using System.Buffers;
using System.Numerics.Tensors;

namespace StructIndex;

/// <summary>
/// What units say together with their callers and callees, where no unit says it alone. Of each unit the share of the query's words, by
/// rarity, that it or its neighbours hold, less the largest share that any unit holds by itself: above 0 only for a unit that brings
/// together what is otherwise scattered. Ordinary questions have a unit that answers them by itself, so for them there is no gain. Nor is
/// there one for units that say much themselves: it is for names that say nothing (<c>process</c>, <c>commitStep2</c>).
/// </summary>
internal sealed class JointCoverage
{
    /// <summary>A neighbour's word counts for a little less than a unit's own.</summary>
    private const float NeighbourShare = .9f;

    // Both keep the development questions as they are without this feature, where .9 and 0 change four repositories for the worse.
    private const float MaxOwnShare = .7f;
    private const float MinGain = .05f;

    // How many of the best units by BM25F are asked first whether they say nearly all.
    private const int Leading = 10;

    private const int Block = 256;

    private readonly List<(int File, int Unit, float Gain)> _gains = [];
    private readonly Dictionary<int, (int Unit, float Gain)> _files = [];

    /// <summary>The unit of a file with the largest gain, and the gain, 0 to 1: 0 for a file without.</summary>
    public (int Unit, float Gain) OfFile(int file) => _files.GetValueOrDefault(file);

    /// <summary>The files of the units with the largest gains, best first.</summary>
    public IEnumerable<int> BestFiles(int units) => _gains.OrderByDescending(gain => gain.Gain).Take(units).Select(gain => gain.File);

    /// <summary>Reads the gains of a query.</summary>
    public static JointCoverage Of(QueryContext context)
    {
        JointCoverage found = new();
        if (context.Query.Kind is not (QueryKind.Sentence or QueryKind.Statement or QueryKind.Title) || context.Words.Words.Count < 2 || context.Traits.Neighbours.IsEmpty)
        {
            return found;
        }

        float[] weights = [.. context.Words.Words.Select(word => Weight(word, context.Model))];
        if (IsCoveredByOne(BestOfLeading(context, weights)))
        {
            return found;
        }

        int count = context.Contents.Units.Count;
        float[] rented = ArrayPool<float>.Shared.Rent(3 * count);
        rented.AsSpan(0, 3 * count).Clear();
        TensorPrimitives.Divide(weights, Math.Max(TensorPrimitives.Sum<float>(weights), float.Epsilon), weights);
        found.Read(context, weights, rented.AsSpan(0, count), rented.AsSpan(count, count), rented.AsSpan(2 * count, count));
        ArrayPool<float>.Shared.Return(rented);
        return found;
    }

    // What a unit lacks its neighbours give in part: where one unit says nearly all, none gains.
    private static bool IsCoveredByOne(float most) => NeighbourShare + ((1 - NeighbourShare) * MaxOwnShare * most) <= most + MinGain;

    private static float BestOfLeading(QueryContext context, float[] weights)
    {
        ReadOnlySpan<int> best = context.Scores.LargestLexical.Places;
        int[] units = [.. best[..Math.Min(best.Length, Leading)]];
        Array.Sort(units);
        return units.Length == 0 ? 0 : TensorPrimitives.Max<float>(context.Words.Coverage(context.Contents.Lexical, units, weights));
    }

    // Work is done along the postings of the words alone: most units hold none of them.
    private void Read(QueryContext context, float[] weights, Span<float> own, Span<float> joint, Span<float> word)
    {
        for (int i = 0; i < weights.Length; i++)
        {
            AddBest(context.Contents.Lexical.UnitsOf, context.Words.Words[i], 1, word, own, weights[i]);
            Clear(context.Contents.Lexical.UnitsOf, context.Words.Words[i], word);
        }

        ExcludeFiltered(context.Scores, own);
        float most = Math.Max(TensorPrimitives.Max<float>(own), 0), least = most + MinGain;

        if (IsCoveredByOne(most))
        {
            return;
        }

        for (int i = 0; i < weights.Length; i++)
        {
            LexicalWord asked = context.Words.Words[i];
            AddBest(context.Contents.Lexical.UnitsOf, asked, 1, word, joint, weights[i]);
            AddBest(context.Traits.Neighbours.UnitsOf, asked, NeighbourShare, word, joint, weights[i]);
            Clear(context.Contents.Lexical.UnitsOf, asked, word);
            Clear(context.Traits.Neighbours.UnitsOf, asked, word);
        }

        Keep(context.Contents, own, joint, MaxOwnShare * most, least);
    }

    // In a small code base "that" is as rare as "inventory", so what is common in code at large counts little too.
    private static float Weight(LexicalWord word, StaticEmbeddingModel? model) => model is null ? word.Idf : Math.Min(word.Idf, (float)model.Rarity(word.Text));

    // Units that a filter leaves out neither gain nor set the mark.
    private static void ExcludeFiltered(RetrievalScores scores, Span<float> own)
    {
        ReadOnlySpan<float> dense = scores.Dense;
        bool isFiltered = scores.HasDense && dense.Contains(float.NegativeInfinity);
        for (int unit = 0; isFiltered && unit < own.Length; unit++)
        {
            own[unit] = float.IsNegativeInfinity(dense[unit]) ? float.NegativeInfinity : own[unit];
        }
    }

    // Adds what a word gives beyond what it has given already.
    private static void AddBest(Func<int, ReadOnlySpan<int>> unitsOf, LexicalWord asked, float share, Span<float> given, Span<float> sums, float weight)
    {
        foreach (LexicalTerm term in asked.Terms)
        {
            float value = share * term.Similarity;
            foreach (int unit in unitsOf(term.Term))
            {
                if (value > given[unit])
                {
                    sums[unit] += weight * (value - given[unit]);
                    given[unit] = value;
                }
            }
        }
    }

    private static void Clear(Func<int, ReadOnlySpan<int>> unitsOf, LexicalWord asked, Span<float> given)
    {
        foreach (LexicalTerm term in asked.Terms)
        {
            foreach (int unit in unitsOf(term.Term))
            {
                given[unit] = 0;
            }
        }
    }

    private void Keep(IndexContents contents, ReadOnlySpan<float> own, ReadOnlySpan<float> joint, float mostOwn, float least)
    {
        for (int start = 0; start < joint.Length; start += Block)
        {
            int end = Math.Min(start + Block, joint.Length);
            if (TensorPrimitives.Max(joint[start..end]) <= least)
            {
                continue;
            }

            for (int unit = start; unit < end; unit++)
            {
                // Units that say much themselves are ranked by what they say.
                if (joint[unit] > least && own[unit] <= mostOwn && !float.IsNegativeInfinity(own[unit]))
                {
                    Add(contents.FileOf(unit), unit, joint[unit] - least);
                }
            }
        }
    }

    private void Add(int file, int unit, float gain)
    {
        _gains.Add((file, unit, gain));
        if (gain > OfFile(file).Gain)
        {
            _files[file] = (unit, gain);
        }
    }
}
