namespace StructIndex;

/// <summary>
/// Which unit each row of vectors belongs to, as runs of rows whose units count up by one. Most units have one row, so the scores of rows
/// become those of units by copying a few long runs.
/// </summary>
internal sealed class RowRuns
{
    // Shorter runs are copied sooner than the call to copy them is made.
    private const int Short = 8;

    private readonly (int Row, int Unit, bool IsNew)[] _starts;
    private readonly int _rows;

    // How many units have rows, as far as they come in order.
    private readonly int _units;

    /// <param name="rowUnits">For each row its unit.</param>
    public RowRuns(ReadOnlySpan<int> rowUnits)
    {
        List<(int Row, int Unit, bool IsNew)> starts = [];
        int last = -1;
        _rows = rowUnits.Length;
        for (int row = 0; row < rowUnits.Length; row++)
        {
            // Behind the first of a run come only units that no row before had, so that nothing is to be compared.
            bool isNew = rowUnits[row] > last;
            if (row == 0 || rowUnits[row] != rowUnits[row - 1] + 1 || !isNew)
            {
                starts.Add((row, rowUnits[row], isNew));
            }

            _units += isNew ? 1 : 0;
            last = Math.Max(last, rowUnits[row]);
        }

        _starts = [.. starts];
    }

    /// <summary>Gives each unit the score of its best row; negative infinity to a unit without rows.</summary>
    /// <param name="rows">The scores of all rows.</param>
    /// <param name="units">The scores of the units; overwritten.</param>
    public void MaxPerUnit(ReadOnlySpan<float> rows, Span<float> units)
    {
        if (_units < units.Length)
        {
            units.Fill(float.NegativeInfinity);
        }

        for (int run = 0; run < _starts.Length; run++)
        {
            (int row, int unit, bool isNew) = _starts[run];
            int end = run + 1 < _starts.Length ? _starts[run + 1].Row : _rows;
            units[unit] = isNew ? rows[row] : Math.Max(units[unit], rows[row]);
            ReadOnlySpan<float> from = rows[(row + 1)..end];
            Span<float> to = units.Slice(unit + 1, from.Length);
            if (from.Length > Short)
            {
                from.CopyTo(to);
                continue;
            }

            for (int i = 0; i < from.Length; i++)
            {
                to[i] = from[i];
            }
        }
    }
}
