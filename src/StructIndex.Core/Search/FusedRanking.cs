using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;

namespace StructIndex;

/// <summary>
/// The order of files and units from the scores alone, from which the ranker takes its candidates: both legs on one scale (<see cref="LegScale"/>), then a weighted sum.
/// Where one leg says nothing, the other decides alone.
/// </summary>
internal sealed class FusedRanking : IDisposable
{
    private readonly SearchEvidence _evidence;
    private readonly LegScale _fileDense;
    private readonly LegScale _fileLexical;
    private readonly LegScale _unitLexical;
    private readonly float _denseWeight;
    private readonly float _lexicalWeight;
    private readonly float[] _units;
    private readonly float[] _files;

    public FusedRanking(SearchEvidence evidence)
    {
        _evidence = evidence;
        _fileDense = LegScale.Of(evidence.FileDense);
        UnitDense = LegScale.Of(evidence.Dense);

        // What holds no word of the query has a lexical score of 0, so that is the floor where fewer hold one.
        _fileLexical = LegScale.Of(evidence.FileLexical, floorOfFew: 0);
        _unitLexical = LegScale.Of(evidence.Lexical, floorOfFew: 0);
        _denseWeight = !evidence.HasDense ? 0 : evidence.LexicalMaximum > 0 ? FusionWeights.Dense : 1;
        _lexicalWeight = 1 - _denseWeight;
        _units = ArrayPool<float>.Shared.Rent(evidence.Dense.Length);
        _files = ArrayPool<float>.Shared.Rent(evidence.FileDense.Length);
        ScoreUnits();
        for (int file = 0; file < evidence.FileDense.Length; file++)
        {
            _files[file] = (_denseWeight * DenseOfFile(file)) + (_lexicalWeight * LexicalOfFile(file));
        }
    }

    /// <summary>The scale of the units' cosines.</summary>
    public LegScale UnitDense { get; }

    /// <summary>The fused score of each unit, at most 1; not cut at 0, so that it orders the units of any file. Negative infinity for a unit that cannot be a hit.</summary>
    public ReadOnlySpan<float> Units => _units.AsSpan(0, _evidence.Dense.Length);

    /// <summary>The fused score of a file, 0 to 1.</summary>
    public float OfFile(int file) => _files[file];

    /// <summary>The dense leg of a file, 0 to 1.</summary>
    public float DenseOfFile(int file) => _fileDense.MapClamped(_evidence.FileDense[file]);

    /// <summary>The lexical leg of a file, 0 to 1.</summary>
    public float LexicalOfFile(int file) => _fileLexical.MapClamped(_evidence.FileLexical[file]);

    /// <summary>The dense leg of a unit, at most 1.</summary>
    public float DenseOfUnit(int unit) => UnitDense.Map(_evidence.Dense[unit]);

    /// <summary>The lexical leg of a unit, 0 to 1.</summary>
    public float LexicalOfUnit(int unit) => _unitLexical.MapClamped(_evidence.Lexical[unit]);

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<float>.Shared.Return(_units);
        ArrayPool<float>.Shared.Return(_files);
    }

    /// <summary>Orders two files, the better first: by fused score, then by what lies under both floors, then by place in the index.</summary>
    public int CompareFiles(int a, int b)
    {
        int order = OfFile(b).CompareTo(OfFile(a));
        order = order != 0 ? order : _evidence.FileDense[b].CompareTo(_evidence.FileDense[a]);
        order = order != 0 ? order : _evidence.FileLexical[b].CompareTo(_evidence.FileLexical[a]);
        return order != 0 ? order : a.CompareTo(b);
    }

    /// <summary>The best of some consecutive units; the first among equals.</summary>
    public int BestUnit(int start, int end) => start + TensorPrimitives.IndexOfMax(Units[start..end]);

    /// <summary>The best files, best first.</summary>
    /// <param name="leaveOut">Files that are not wanted.</param>
    /// <param name="limit">Most files to give.</param>
    public List<int> BestFiles(Func<int, bool> leaveOut, int limit)
    {
        // Only what lies above one of the two floors has a score, so there is little to sort unless the limit reaches below them.
        List<int> above = [];
        for (int file = 0; file < _evidence.FileDense.Length; file++)
        {
            if (OfFile(file) > 0 && Counts(file) && !leaveOut(file))
            {
                above.Add(file);
            }
        }

        above.Sort(CompareFiles);
        if (above.Count < limit)
        {
            above.AddRange(BestBelow(leaveOut, limit - above.Count));
        }

        return above.Count > limit ? above[..limit] : above;
    }

    // Of a large code base nearly all files lie below both floors, and only a few of them are wanted.
    private List<int> BestBelow(Func<int, bool> leaveOut, int limit)
    {
        List<int> best = [];
        Comparer<int> order = Comparer<int>.Create(CompareFiles);
        ReadOnlySpan<float> dense = _evidence.FileDense;
        float least = float.NegativeInfinity;
        for (int file = 0; file < dense.Length; file++)
        {
            // Without a fused score the dense leg comes first, so one look tells of most.
            if (dense[file] < least || OfFile(file) > 0 || !Counts(file) || leaveOut(file) || (best.Count == limit && CompareFiles(file, best[^1]) >= 0))
            {
                continue;
            }

            if (best.Count == limit)
            {
                best.RemoveAt(limit - 1);
            }

            best.Insert(~best.BinarySearch(file, order), file);
            least = best.Count == limit ? dense[best[^1]] : least;
        }

        return best;
    }

    /// <summary>Whether any unit of the file can be a hit.</summary>
    public bool Counts(int file) => !float.IsNegativeInfinity(_evidence.FileDense[file]) || !float.IsNegativeInfinity(_evidence.FileLexical[file]);

    private void ScoreUnits()
    {
        ReadOnlySpan<float> dense = _evidence.Dense, lexical = _evidence.Lexical;
        bool isPlain = _denseWeight > 0 && _lexicalWeight > 0 && UnitDense.Top > UnitDense.Floor && _unitLexical.Top > _unitLexical.Floor;
        int unit = 0;
        for (; isPlain && unit <= dense.Length - Vector<float>.Count; unit += Vector<float>.Count)
        {
            // The same as below for many units at once.
            Vector<float> ofDense = (new Vector<float>(dense[unit..]) - new Vector<float>(UnitDense.Floor)) / new Vector<float>(UnitDense.Top - UnitDense.Floor);
            Vector<float> ofLexical = (new Vector<float>(lexical[unit..]) - new Vector<float>(_unitLexical.Floor)) / new Vector<float>(_unitLexical.Top - _unitLexical.Floor);
            ((_denseWeight * ofDense) + (_lexicalWeight * Vector.Max(ofLexical, Vector<float>.Zero))).CopyTo(_units, unit);
        }

        for (; unit < dense.Length; unit++)
        {
            float ofDense = _denseWeight > 0 ? DenseOfUnit(unit) : 0;
            float ofLexical = _lexicalWeight > 0 ? LexicalOfUnit(unit) : 0;
            _units[unit] = _denseWeight == 0 && float.IsNegativeInfinity(lexical[unit])
                ? float.NegativeInfinity
                : (_denseWeight * ofDense) + (_lexicalWeight * ofLexical);
        }
    }
}
