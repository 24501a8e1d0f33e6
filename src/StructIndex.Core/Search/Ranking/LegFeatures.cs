using System.Buffers;
using System.Numerics.Tensors;

namespace StructIndex;

/// <summary>What both legs say of a file, on scales that files of one query share.</summary>
internal sealed class LegFeatures
{
    private readonly RankInput _input;
    private readonly FusedRanking _fused;
    private readonly float[] _whole;
    private readonly float _wholeMaximum;
    private readonly float[] _coherence;
    private readonly float _coherenceMaximum;
    private readonly IReadOnlyList<(int Term, float Weight)> _compounds;
    private readonly float _compoundTotal;
    private readonly LegScale _unitDense;
    private readonly float[] _wholeCosines;
    private readonly LegScale _wholeDense;

    public LegFeatures(RankInput input, FusedRanking fused)
    {
        (_input, _fused) = (input, fused);
        _whole = new float[input.Contents.FileCount];
        input.Traits.Lexical.Score(input.Query, _whole);
        _wholeMaximum = _whole.Length == 0 ? 0 : TensorPrimitives.Max<float>(_whole);
        _unitDense = LegScale.Of(input.Evidence.Dense);
        _wholeCosines = WholeCosines();
        _wholeDense = LegScale.Of(_wholeCosines);
        _coherence = Coherence();
        _coherenceMaximum = _coherence.Length == 0 ? 0 : TensorPrimitives.Max<float>(_coherence);
        _compounds = input.Compounds;
        _compoundTotal = _compounds.Sum(compound => compound.Weight);
    }

    /// <summary>Reads the features of one file.</summary>
    public void Read(int file, int shown, Span<float> row)
    {
        SearchEvidence evidence = _input.Evidence;
        (int start, int end) = (_input.Contents.FileStarts[file], _input.Contents.FileStarts[file + 1]);
        if (evidence.HasDense)
        {
            float best = float.NegativeInfinity, second = float.NegativeInfinity;
            foreach (float cosine in evidence.Dense[start..end])
            {
                (best, second) = cosine > best ? (cosine, best) : (best, Math.Max(second, cosine));
            }

            row[(int)RankFeature.DenseFile] = _fused.DenseOfFile(file);
            row[(int)RankFeature.DenseBest] = Scaled(best);
            row[(int)RankFeature.DenseSecond] = Scaled(second);
            row[(int)RankFeature.DenseShown] = Scaled(evidence.Dense[shown]);
            row[(int)RankFeature.DenseWhole] = Math.Max(_wholeDense.Map(_wholeCosines[file]), -1);
        }

        row[(int)RankFeature.LexicalFile] = _fused.LexicalOfFile(file);
        row[(int)RankFeature.LexicalBest] = evidence.LexicalMaximum > 0 ? Math.Max(TensorPrimitives.Max<float>(evidence.Lexical[start..end]), 0) : 0;
        row[(int)RankFeature.LexicalWhole] = _wholeMaximum > 0 ? _whole[file] / _wholeMaximum : 0;
        row[(int)RankFeature.Agreement] = Math.Min(row[(int)RankFeature.DenseFile], row[(int)RankFeature.LexicalWhole]);
        row[(int)RankFeature.Coherence] = _coherenceMaximum > 0 ? _coherence[file] / _coherenceMaximum : 0;
        row[(int)RankFeature.Coverage] = _input.Query.Coverage(_input.Contents.Lexical, shown);
        row[(int)RankFeature.CoverageWhole] = _input.Query.Coverage(_input.Traits.Lexical, file);
        float compound = 0;
        foreach ((int term, float weight) in _compounds)
        {
            compound += weight * _input.Traits.Lexical.Impact(term, file);
        }

        row[(int)RankFeature.Compound] = _compoundTotal > 0 ? compound / _compoundTotal : 0;
    }

    // Far below the floor all are alike.
    private float Scaled(float cosine) => Math.Max(_unitDense.Map(cosine), -1);

    // The cosine of the sum is the sum of the cosines over the length of the sum.
    private float[] WholeCosines()
    {
        float[] cosines = new float[_input.Contents.FileCount];
        for (int file = 0; _input.Evidence.HasDense && file < cosines.Length; file++)
        {
            // What a filter leaves nothing of must not move the scale of the others.
            float length = _input.Traits.VectorLengths[file];
            bool counts = false;
            foreach (float cosine in _input.Evidence.Dense[_input.Contents.FileStarts[file].._input.Contents.FileStarts[file + 1]])
            {
                counts |= !float.IsNegativeInfinity(cosine);
                cosines[file] += length > 0 && !float.IsNegativeInfinity(cosine) ? cosine / length : 0;
            }

            cosines[file] = counts ? cosines[file] : float.NegativeInfinity;
        }

        return cosines;
    }

    private float[] Coherence()
    {
        float[] sums = new float[_input.Contents.FileCount];
        int count = _input.Contents.Units.Count;
        float[] scores = ArrayPool<float>.Shared.Rent(count);
        _fused.OfUnits(scores.AsSpan(0, count));
        LegScale scale = LegScale.Of(scores.AsSpan(0, count));
        for (int file = 0; file < sums.Length; file++)
        {
            for (int unit = _input.Contents.FileStarts[file]; unit < _input.Contents.FileStarts[file + 1]; unit++)
            {
                sums[file] += scores[unit] > scale.Floor ? scores[unit] : 0;
            }
        }

        ArrayPool<float>.Shared.Return(scores);
        return sums;
    }
}
