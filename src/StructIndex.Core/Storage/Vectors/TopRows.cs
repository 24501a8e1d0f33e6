namespace StructIndex;

/// <summary>Keeps the k best rows of a scan: higher score first, lower row first among equals.</summary>
internal sealed class TopRows(int k)
{
    // The root is the worst of the kept ones: the lowest score, the highest row among equals.
    private readonly PriorityQueue<int, (float Score, int Earlier)> _kept = new(k + 1);

    /// <summary>Rows at or below this score cannot enter, if they come later than the rows kept.</summary>
    public float Threshold { get; private set; } = float.NegativeInfinity;

    public void Add(int row, float score)
    {
        _kept.Enqueue(row, (score, -row));
        if (_kept.Count > k)
        {
            _kept.Dequeue();
        }

        if (_kept.Count == k && _kept.TryPeek(out _, out (float Score, int) worst))
        {
            Threshold = worst.Score;
        }
    }

    /// <summary>Takes the rows out, best first.</summary>
    public ScoredRow[] ToArray()
    {
        ScoredRow[] rows = new ScoredRow[_kept.Count];
        for (int i = rows.Length - 1; _kept.TryDequeue(out int row, out (float Score, int) key); i--)
        {
            rows[i] = new ScoredRow(row, key.Score);
        }

        return rows;
    }
}
