namespace StructIndex;

/// <summary>
/// The order of an index's files under a query: the candidates by the ranker (<see cref="FileRanker"/>), all others behind them by the fused scores.
/// </summary>
internal sealed class RankedFiles
{
    private readonly QueryContext _context;
    private readonly FeatureTable _table;
    private readonly FileRanker _ranker;
    private readonly UnitRanking _units;
    private readonly Dictionary<int, int> _shown = [];
    private readonly Dictionary<int, int> _rows;
    private readonly float[] _scores;
    private readonly int[] _order;
    private readonly float _least;

    /// <summary>Orders files.</summary>
    /// <param name="context">The query.</param>
    /// <param name="table">The candidates and their features (<see cref="FeatureReader"/>).</param>
    /// <param name="ranker">Scores them; null for what fits the index.</param>
    public RankedFiles(QueryContext context, FeatureTable table, FileRanker? ranker = null)
    {
        _ranker = ranker ?? (context.Traits.AreSnippets ? FileRanker.Snippets : FileRanker.Default);
        (_context, _table) = (context, table);
        _units = new UnitRanking(context, Enumerable.Range(0, table.Files.Length).Where(row => table.IsNamed[row]).Select(row => table.Shown[row]));
        _scores = _ranker.Score(table);
        _rows = new Dictionary<int, int>(_scores.Length);
        for (int i = 0; i < _scores.Length; i++)
        {
            _rows[table.Files[i]] = i;
            _least = i == 0 ? _scores[i] : Math.Min(_least, _scores[i]);
        }

        _order = LargestScores.Order(_scores);
    }

    /// <summary>Orders the files of an index under a query.</summary>
    public static RankedFiles Of(QueryContext context) => new(context, new FeatureReader(context).Read());

    /// <summary>The best files, best first; equal ones in the order of the fused scores.</summary>
    public List<int> Best(int limit)
    {
        List<int> files = [.. _order.Take(limit).Select(row => _table.Files[row])];
        if (files.Count < limit)
        {
            files.AddRange(_context.Fusion.BestFiles(_rows.ContainsKey, limit - files.Count));
        }

        return files;
    }

    /// <summary>The score of a file: for one of the candidates what its features give; for one that was no candidate, what keeps it behind the last that was.</summary>
    public float ScoreOf(int file) => _rows.TryGetValue(file, out int row) ? _scores[row] : _least + _context.Fusion.OfFile(file) - 1;

    /// <summary>A feature of a file; 0 for one that was no candidate.</summary>
    public float FeatureOf(int file, RankFeature feature) => _rows.TryGetValue(file, out int row) ? _table.Row(row)[(int)feature] : 0;

    /// <summary>The score of a unit, to be compared within its file alone.</summary>
    public float ScoreOfUnit(int unit) => _units.ScoreOf(unit);

    /// <summary>Reads the features of a unit, by <see cref="UnitFeature"/>.</summary>
    public void ReadUnit(int unit, Span<float> row) => _units.Read(unit, row);

    /// <summary>The unit that is shown for a file: the one that the query can only mean, or that its callers and callees speak for, or else the best by itself.</summary>
    public int ShownOf(int file)
    {
        if (!_shown.TryGetValue(file, out int shown))
        {
            _shown[file] = shown = _rows.TryGetValue(file, out int row) && IsMeant(row) ? _table.Shown[row] : _units.BestOf(file);
        }

        return shown;
    }

    /// <summary>Whether a unit stands for its file whatever the order of its units.</summary>
    public bool IsMeantUnit(int unit) => _rows.TryGetValue(_context.Traits.FileOf[unit], out int row) && IsMeant(row) && _table.Shown[row] == unit;

    private bool IsMeant(int row) => _table.IsMeant[row] || _table.Joint[row] > 0;

    /// <summary>What each feature gives to the score of a file; they sum to <see cref="ScoreOf"/>.</summary>
    public IReadOnlyList<ScorePart> PartsOf(int file) => _rows.TryGetValue(file, out int row) ? _ranker.PartsOf(_table, row) : [new ScorePart("rank:Fused", ScoreOf(file))];
}
