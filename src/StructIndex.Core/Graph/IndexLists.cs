namespace StructIndex;

/// <summary>For each of some groups the numbers of the items in it, ascending: compressed sparse rows.</summary>
internal sealed class IndexLists
{
    private readonly int[] _starts;
    private readonly int[] _items;

    /// <summary>Groups items.</summary>
    /// <param name="groups">Number of groups.</param>
    /// <param name="groupOf">For each item the group it belongs to; -1 to leave it out.</param>
    public IndexLists(int groups, int[] groupOf)
    {
        _starts = new int[groups + 1];
        foreach (int group in groupOf)
        {
            if (group >= 0)
            {
                _starts[group + 1]++;
            }
        }

        for (int group = 0; group < groups; group++)
        {
            _starts[group + 1] += _starts[group];
        }

        _items = new int[_starts[groups]];
        int[] next = _starts[..groups];
        for (int item = 0; item < groupOf.Length; item++)
        {
            if (groupOf[item] >= 0)
            {
                _items[next[groupOf[item]]++] = item;
            }
        }
    }

    /// <summary>The items of a group.</summary>
    public ReadOnlySpan<int> Of(int group) => _items.AsSpan(_starts[group], _starts[group + 1] - _starts[group]);
}
