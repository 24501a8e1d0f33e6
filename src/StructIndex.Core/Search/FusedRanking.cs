namespace StructIndex;

/// <summary>
/// The order of files and units from the scores alone, from which the ranker takes its candidates: both legs on one scale (<see cref="LegScale"/>), then a weighted sum.
/// Where one leg says nothing, the other decides alone.
/// </summary>
internal sealed class FusedRanking
{
    private readonly SearchEvidence _evidence;
    private readonly LegScale _fileDense;
    private readonly LegScale _fileLexical;
    private readonly LegScale _unitDense;
    private readonly LegScale _unitLexical;
    private readonly float _denseWeight;
    private readonly float _lexicalWeight;

    public FusedRanking(SearchEvidence evidence)
    {
        _evidence = evidence;
        _fileDense = LegScale.Of(evidence.FileDense);
        _unitDense = LegScale.Of(evidence.Dense);

        // What holds no word of the query has a lexical score of 0, so that is the floor where fewer hold one.
        _fileLexical = LegScale.Of(evidence.FileLexical, floorOfFew: 0);
        _unitLexical = LegScale.Of(evidence.Lexical, floorOfFew: 0);
        _denseWeight = !evidence.HasDense ? 0 : evidence.LexicalMaximum > 0 ? FusionWeights.Dense : 1;
        _lexicalWeight = 1 - _denseWeight;
    }

    /// <summary>The fused score of a file, 0 to 1.</summary>
    public float OfFile(int file) => (_denseWeight * DenseOfFile(file)) + (_lexicalWeight * LexicalOfFile(file));

    /// <summary>The dense leg of a file, 0 to 1.</summary>
    public float DenseOfFile(int file) => _fileDense.MapClamped(_evidence.FileDense[file]);

    /// <summary>The lexical leg of a file, 0 to 1.</summary>
    public float LexicalOfFile(int file) => _fileLexical.MapClamped(_evidence.FileLexical[file]);

    /// <summary>The fused score of a unit, at most 1; not cut at 0, so that it orders the units of any file. Negative infinity for a unit that cannot be a hit.</summary>
    public float OfUnit(int unit)
    {
        float dense = _denseWeight > 0 ? DenseOfUnit(unit) : 0;
        float lexical = _lexicalWeight > 0 ? LexicalOfUnit(unit) : 0;
        return _denseWeight == 0 && float.IsNegativeInfinity(_evidence.Lexical[unit])
            ? float.NegativeInfinity
            : (_denseWeight * dense) + (_lexicalWeight * lexical);
    }

    /// <summary>The dense leg of a unit, at most 1.</summary>
    public float DenseOfUnit(int unit) => _unitDense.Map(_evidence.Dense[unit]);

    /// <summary>The lexical leg of a unit, 0 to 1.</summary>
    public float LexicalOfUnit(int unit) => _unitLexical.MapClamped(_evidence.Lexical[unit]);

    /// <summary>Orders two files, the better first: by fused score, then by what lies under both floors, then by place in the index.</summary>
    public int CompareFiles(int a, int b)
    {
        int order = OfFile(b).CompareTo(OfFile(a));
        order = order != 0 ? order : _evidence.FileDense[b].CompareTo(_evidence.FileDense[a]);
        order = order != 0 ? order : _evidence.FileLexical[b].CompareTo(_evidence.FileLexical[a]);
        return order != 0 ? order : a.CompareTo(b);
    }

    /// <summary>The fused scores of all units, as <see cref="OfUnit"/> gives them.</summary>
    public void OfUnits(Span<float> scores)
    {
        ReadOnlySpan<float> dense = _evidence.Dense, lexical = _evidence.Lexical;
        bool isPlain = _denseWeight > 0 && _lexicalWeight > 0 && _unitDense.Top > _unitDense.Floor && _unitLexical.Top > _unitLexical.Floor;
        (float denseFloor, float denseRange) = (_unitDense.Floor, _unitDense.Top - _unitDense.Floor);
        (float lexicalFloor, float lexicalRange) = (_unitLexical.Floor, _unitLexical.Top - _unitLexical.Floor);
        for (int unit = 0; unit < dense.Length; unit++)
        {
            scores[unit] = isPlain
                ? (_denseWeight * ((dense[unit] - denseFloor) / denseRange)) + (_lexicalWeight * Math.Max((lexical[unit] - lexicalFloor) / lexicalRange, 0))
                : OfUnit(unit);
        }
    }

    /// <summary>The best of some consecutive units; the first among equals.</summary>
    public int BestUnit(int start, int end)
    {
        int best = start;
        float score = float.NegativeInfinity;
        for (int unit = start; unit < end; unit++)
        {
            float candidate = OfUnit(unit);
            if (candidate > score)
            {
                (best, score) = (unit, candidate);
            }
        }

        return best;
    }

    /// <summary>The best files, best first.</summary>
    /// <param name="leaveOut">Files that are not wanted.</param>
    /// <param name="limit">Most files to give.</param>
    public List<int> BestFiles(Func<int, bool> leaveOut, int limit)
    {
        // Only what lies above one of the two floors has a score, so there is little to sort unless the limit reaches below them.
        List<int> above = [], below = [];
        for (int file = 0; file < _evidence.FileDense.Length; file++)
        {
            if (Counts(file) && !leaveOut(file))
            {
                (OfFile(file) > 0 ? above : below).Add(file);
            }
        }

        above.Sort(CompareFiles);
        if (above.Count < limit)
        {
            above.AddRange(BestOf(below, limit - above.Count));
        }

        return above.Count > limit ? above[..limit] : above;
    }

    // Of a large code base nearly all files lie below, and only a few of them are wanted.
    private List<int> BestOf(List<int> files, int count)
    {
        PriorityQueue<int, int> kept = new(count + 1, Comparer<int>.Create((a, b) => CompareFiles(b, a)));
        foreach (int file in files)
        {
            if (kept.Count < count)
            {
                kept.Enqueue(file, file);
            }
            else if (CompareFiles(file, kept.Peek()) < 0)
            {
                kept.DequeueEnqueue(file, file);
            }
        }

        List<int> best = new(kept.Count);
        while (kept.TryDequeue(out int file, out _))
        {
            best.Add(file);
        }

        best.Reverse();
        return best;
    }

    /// <summary>Whether any unit of the file can be a hit.</summary>
    public bool Counts(int file) => !float.IsNegativeInfinity(_evidence.FileDense[file]) || !float.IsNegativeInfinity(_evidence.FileLexical[file]);
}
