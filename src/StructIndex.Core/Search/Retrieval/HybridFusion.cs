using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;

namespace StructIndex;

/// <summary>
/// The order of files and units from the scores alone, from which the ranker takes its candidates: both retrievers on one scale
/// (<see cref="ScoreScale"/>), then a weighted sum. Where one retriever finds nothing, the other decides alone.
/// </summary>
internal sealed class HybridFusion : IDisposable
{
    private readonly RetrievalScores _scores;
    private readonly ScoreScale _fileDense;
    private readonly ScoreScale _fileLexical;
    private readonly ScoreScale _unitLexical;
    private readonly float _denseWeight;
    private readonly float _lexicalWeight;
    private readonly float[] _units;
    private readonly float[] _files;

    public HybridFusion(RetrievalScores scores)
    {
        _scores = scores;
        _fileDense = ScoreScale.Of(scores.FileDense);
        UnitDense = ScoreScale.Of(scores.LargestDense);

        // What holds no word of the query has a lexical score of 0, so that is the floor where fewer hold one.
        _fileLexical = ScoreScale.Of(scores.FileLexical, floorOfFew: 0);
        _unitLexical = ScoreScale.Of(scores.LargestLexical, floorOfFew: 0);
        _denseWeight = !scores.HasDense ? 0 : scores.LexicalMaximum > 0 ? FusionWeights.Dense : 1;
        _lexicalWeight = 1 - _denseWeight;
        _units = ArrayPool<float>.Shared.Rent(scores.Dense.Length);
        _files = ArrayPool<float>.Shared.Rent(scores.FileDense.Length);
        ScoreUnits();
        ScoreFiles();
    }

    /// <summary>The scale of the units' cosines.</summary>
    public ScoreScale UnitDense { get; }

    /// <summary>
    /// The fused score of each unit, at most 1; not cut at 0, so that it orders the units of any file. Negative infinity for a unit that
    /// cannot be a hit.
    /// </summary>
    public ReadOnlySpan<float> Units => _units.AsSpan(0, _scores.Dense.Length);

    /// <summary>The fused score of a file, 0 to 1.</summary>
    public float OfFile(int file) => _files[file];

    /// <summary>The dense score of a file, 0 to 1.</summary>
    public float DenseOfFile(int file) => _fileDense.MapClamped(_scores.FileDense[file]);

    /// <summary>The lexical score of a file, 0 to 1.</summary>
    public float LexicalOfFile(int file) => _fileLexical.MapClamped(_scores.FileLexical[file]);

    /// <summary>The dense score of a unit, at most 1.</summary>
    public float DenseOfUnit(int unit) => UnitDense.Map(_scores.Dense[unit]);

    /// <summary>The lexical score of a unit, 0 to 1.</summary>
    public float LexicalOfUnit(int unit) => _unitLexical.MapClamped(_scores.Lexical[unit]);

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<float>.Shared.Return(_units);
        ArrayPool<float>.Shared.Return(_files);
    }

    /// <summary>
    /// Orders two files, the better first: by fused score, then by the scores under both floors, then by place in the index.
    /// </summary>
    public int CompareFiles(int a, int b)
    {
        int order = OfFile(b).CompareTo(OfFile(a));
        order = order != 0 ? order : _scores.FileDense[b].CompareTo(_scores.FileDense[a]);
        order = order != 0 ? order : _scores.FileLexical[b].CompareTo(_scores.FileLexical[a]);
        return order != 0 ? order : a.CompareTo(b);
    }

    /// <summary>The best of some consecutive units; the first among equals.</summary>
    public int BestUnit(int start, int end) => start + TensorPrimitives.IndexOfMax(Units[start..end]);

    /// <summary>The best files, best first.</summary>
    /// <param name="leaveOut">Files that are not wanted; null for none.</param>
    /// <param name="limit">Most files to give.</param>
    public List<int> BestFiles(Func<int, bool>? leaveOut, int limit)
    {
        // Only what lies above one of the two floors has a score, so there is little to sort unless the limit reaches below them.
        List<ulong> above = [];
        ReadOnlySpan<float> fused = _files.AsSpan(0, _scores.FileDense.Length);
        for (int file = 0; file < fused.Length; file++)
        {
            if (fused[file] > 0 && leaveOut?.Invoke(file) != true)
            {
                // Positive singles have the order of their bits.
                above.Add(((ulong)~BitConverter.SingleToUInt32Bits(fused[file]) << 32) | (uint)file);
            }
        }

        above.Sort();
        List<int> files = [.. above.Select(key => (int)(uint)key)];
        SortEqual(files);
        if (files.Count < limit)
        {
            files.AddRange(BestBelow(leaveOut, limit - files.Count, files.Count));
        }

        return files.Count > limit ? files[..limit] : files;
    }

    private void SortEqual(List<int> files)
    {
        Comparer<int>? order = null;
        for (int start = 0, end; start < files.Count; start = end)
        {
            end = start + 1;
            while (end < files.Count && _files[files[end]] == _files[files[start]])
            {
                end++;
            }

            if (end > start + 1)
            {
                files.Sort(start, end - start, order ??= Comparer<int>.Create(CompareFiles));
            }
        }
    }

    // Of a large code base nearly all files lie below both floors, and only a few of them are wanted.
    private List<int> BestBelow(Func<int, bool>? leaveOut, int limit, int above)
    {
        List<int> best = [];
        Comparer<int> order = Comparer<int>.Create(CompareFiles);
        ReadOnlySpan<float> dense = _scores.FileDense;

        // Those wanted are among so many of the best by the dense score, unless others are left out.
        float least = leaveOut is null ? LargestScores.AtPlace(dense, limit + above) : float.NegativeInfinity;
        for (int file = 0; file < dense.Length; file++)
        {
            // Without a fused score the dense score comes first, so one look is enough for most.
            if (dense[file] < least || OfFile(file) > 0 || !Counts(file) || leaveOut?.Invoke(file) == true || (best.Count == limit && CompareFiles(file, best[^1]) >= 0))
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
    public bool Counts(int file) => !float.IsNegativeInfinity(_scores.FileDense[file]) || !float.IsNegativeInfinity(_scores.FileLexical[file]);

    private void ScoreUnits()
    {
        ReadOnlySpan<float> dense = _scores.Dense, lexical = _scores.Lexical;
        for (int unit = ScoreMany(dense, UnitDense, float.NegativeInfinity, lexical, _unitLexical, _units); unit < dense.Length; unit++)
        {
            float ofDense = _denseWeight > 0 ? DenseOfUnit(unit) : 0;
            float ofLexical = _lexicalWeight > 0 ? LexicalOfUnit(unit) : 0;
            _units[unit] = (_denseWeight * ofDense) + (_lexicalWeight * ofLexical);
        }

        // By words alone, what holds none is no hit.
        for (int unit = 0; _denseWeight == 0 && unit < lexical.Length; unit++)
        {
            _units[unit] = float.IsNegativeInfinity(lexical[unit]) ? float.NegativeInfinity : _units[unit];
        }
    }

    private void ScoreFiles()
    {
        int files = _scores.FileDense.Length;
        for (int file = ScoreMany(_scores.FileDense, _fileDense, 0, _scores.FileLexical, _fileLexical, _files); file < files; file++)
        {
            _files[file] = (_denseWeight * DenseOfFile(file)) + (_lexicalWeight * LexicalOfFile(file));
        }
    }

    // Several at once, as far as they fill vectors; returns how many it did.
    private int ScoreMany(ReadOnlySpan<float> dense, ScoreScale denseScale, float leastDense, ReadOnlySpan<float> lexical, ScoreScale lexicalScale, Span<float> fused)
    {
        int at = 0;
        for (; at <= dense.Length - Vector<float>.Count; at += Vector<float>.Count)
        {
            Vector<float> ofDense = _denseWeight > 0 ? Vector.MaxNative(denseScale.Map(new Vector<float>(dense[at..])), new Vector<float>(leastDense)) : default;
            Vector<float> ofLexical = _lexicalWeight > 0 ? Vector.MaxNative(lexicalScale.Map(new Vector<float>(lexical[at..])), Vector<float>.Zero) : default;
            ((_denseWeight * ofDense) + (_lexicalWeight * ofLexical)).CopyTo(fused[at..]);
        }

        return at;
    }
}
