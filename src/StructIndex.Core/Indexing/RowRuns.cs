namespace StructIndex;

/// <summary>
/// Which unit each row of vectors belongs to, as runs of rows whose units count up by one. Most units have one row, so the scores of rows become
/// those of units by copying a few long runs.
/// </summary>
internal sealed class RowRuns
{
    private readonly List<(int Row, int Unit)> _starts = [];
    private readonly int _rows;

    /// <param name="rowUnits">For each row its unit.</param>
    public RowRuns(ReadOnlySpan<int> rowUnits)
    {
        _rows = rowUnits.Length;
        int last = -1;
        for (int row = 0; row < rowUnits.Length; row++)
        {
            // Behind the first of a run come only units that no row before had, so that nothing is to be compared.
            if (row == 0 || rowUnits[row] != rowUnits[row - 1] + 1 || rowUnits[row] <= last)
            {
                _starts.Add((row, rowUnits[row]));
            }

            last = Math.Max(last, rowUnits[row]);
        }
    }

    /// <summary>Raises the score of each unit to that of its best row.</summary>
    /// <param name="rows">The scores of all rows.</param>
    /// <param name="units">The scores of the units; negative infinity to begin with.</param>
    public void Raise(ReadOnlySpan<float> rows, Span<float> units)
    {
        for (int run = 0; run < _starts.Count; run++)
        {
            (int row, int unit) = _starts[run];
            int end = run + 1 < _starts.Count ? _starts[run + 1].Row : _rows;
            units[unit] = Math.Max(units[unit], rows[row]);
            rows[(row + 1)..end].CopyTo(units[(unit + 1)..]);
        }
    }
}
