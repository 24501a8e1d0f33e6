namespace StructIndex;

/// <summary>For each unit the numbers of its edges (compressed sparse rows).</summary>
internal sealed class Adjacency
{
    private readonly int[] _starts;
    private readonly int[] _edges;

    /// <summary>Groups edges by one of their ends; within a unit they keep their order.</summary>
    /// <param name="units">Number of units.</param>
    /// <param name="ends">For each edge the unit it belongs to; -1 to leave it out.</param>
    public Adjacency(int units, int[] ends)
    {
        _starts = new int[units + 1];
        foreach (int unit in ends)
        {
            if (unit >= 0)
            {
                _starts[unit + 1]++;
            }
        }

        for (int unit = 0; unit < units; unit++)
        {
            _starts[unit + 1] += _starts[unit];
        }

        _edges = new int[_starts[units]];
        int[] next = _starts[..units];
        for (int edge = 0; edge < ends.Length; edge++)
        {
            if (ends[edge] >= 0)
            {
                _edges[next[ends[edge]]++] = edge;
            }
        }
    }

    /// <summary>The edges of a unit.</summary>
    public ReadOnlySpan<int> Of(int unit) => _edges.AsSpan(_starts[unit], _starts[unit + 1] - _starts[unit]);
}
