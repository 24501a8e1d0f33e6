using System.Numerics.Tensors;

namespace StructIndex;

/// <summary>What both retrievers say of a file, on scales that files of one query share.</summary>
internal sealed class RetrieverFeatures
{
    private readonly QueryContext _context;
    private readonly float[] _whole;
    private readonly float _wholeMaximum;
    private readonly float[] _coherence;
    private readonly float _coherenceMaximum;
    private readonly float _compoundTotal;
    private readonly float[] _wholeCosines;
    private readonly ScoreScale _wholeDense;

    public RetrieverFeatures(QueryContext context)
    {
        _context = context;
        _whole = new float[context.Contents.FileCount];
        context.Traits.Lexical.Score(context.Words.Words, _whole);
        _wholeMaximum = Math.Max(LargestScores.First(_whole), 0);
        _wholeCosines = WholeCosines();
        _wholeDense = ScoreScale.Of(_wholeCosines);
        _coherence = Coherence();
        _coherenceMaximum = Math.Max(LargestScores.First(_coherence), 0);
        _compoundTotal = context.Compounds.Sum(compound => compound.Weight);
    }

    /// <summary>Reads the features of one file.</summary>
    public void Read(int file, int shown, Span<float> row)
    {
        RetrievalScores scores = _context.Scores;
        (int start, int end) = (_context.Contents.FileStarts[file], _context.Contents.FileStarts[file + 1]);
        if (scores.HasDense)
        {
            (float best, float second) = LargestScores.FindTwo(scores.Dense[start..end]);
            row[(int)RankFeature.DenseFile] = _context.Fusion.DenseOfFile(file);
            row[(int)RankFeature.DenseBest] = Scaled(best);
            row[(int)RankFeature.DenseSecond] = Scaled(second);
            row[(int)RankFeature.DenseShown] = Scaled(scores.Dense[shown]);
            row[(int)RankFeature.DenseWhole] = Math.Max(_wholeDense.Map(_wholeCosines[file]), -1);
        }

        row[(int)RankFeature.LexicalFile] = _context.Fusion.LexicalOfFile(file);
        row[(int)RankFeature.LexicalBest] = scores.LexicalMaximum > 0 ? Math.Max(LargestScores.First(scores.Lexical[start..end]), 0) : 0;
        row[(int)RankFeature.LexicalWhole] = _wholeMaximum > 0 ? _whole[file] / _wholeMaximum : 0;
        row[(int)RankFeature.Agreement] = Math.Min(row[(int)RankFeature.DenseFile], row[(int)RankFeature.LexicalWhole]);
        row[(int)RankFeature.Coherence] = _coherenceMaximum > 0 ? _coherence[file] / _coherenceMaximum : 0;
        float compound = 0;
        foreach ((int term, float weight) in _context.Compounds)
        {
            compound += weight * _context.Traits.Lexical.Impact(term, file);
        }

        row[(int)RankFeature.Compound] = _compoundTotal > 0 ? compound / _compoundTotal : 0;
    }

    // Far below the floor all are alike.
    private float Scaled(float cosine) => Math.Max(_context.Fusion.UnitDense.Map(cosine), -1);

    // The cosine of the sum is the sum of the cosines over the length of the sum.
    private float[] WholeCosines()
    {
        float[] cosines = new float[_context.Contents.FileCount];
        for (int file = 0; _context.Scores.HasDense && file < cosines.Length; file++)
        {
            ReadOnlySpan<float> units = _context.Scores.Dense[_context.Contents.FileStarts[file].._context.Contents.FileStarts[file + 1]];
            float length = _context.Traits.VectorLengths[file], sum = TensorPrimitives.Sum(units);
            cosines[file] = float.IsNegativeInfinity(sum) ? SumOfAllowed(units) : sum;
            cosines[file] = length > 0 || float.IsNegativeInfinity(cosines[file]) ? cosines[file] / length : 0;
        }

        return cosines;
    }

    // What a filter leaves nothing of must not move the scale of the others.
    private static float SumOfAllowed(ReadOnlySpan<float> units)
    {
        float sum = float.NegativeInfinity;
        foreach (float cosine in units)
        {
            sum = float.IsNegativeInfinity(cosine) ? sum : cosine + (float.IsNegativeInfinity(sum) ? 0 : sum);
        }

        return sum;
    }

    private float[] Coherence()
    {
        float[] sums = new float[_context.Contents.FileCount];
        Span<float> best = stackalloc float[RankConstants.CoherentUnits];
        Span<int> units = stackalloc int[RankConstants.CoherentUnits];
        int count = LargestScores.Find(_context.Fusion.Units, best, units);

        // The last of them is the floor, and counts no more than what lies below it.
        for (int i = 0; i < count && best[i] > best[count - 1]; i++)
        {
            sums[_context.Contents.FileOf(units[i])] += best[i];
        }

        return sums;
    }
}
