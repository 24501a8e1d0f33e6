using System.Runtime.InteropServices;

namespace StructIndex;

/// <summary>For each key the items that have it, ascending.</summary>
internal sealed class Postings
{
    private readonly Dictionary<long, int> _groups = [];
    private readonly IndexLists _items;

    /// <summary>Posts items 0 to <paramref name="count"/> - 1 under their keys.</summary>
    /// <param name="count">Number of items.</param>
    /// <param name="keyOf">The key of an item; negative to leave it out.</param>
    public Postings(int count, Func<int, long> keyOf)
    {
        int[] groupOf = new int[count];
        for (int item = 0; item < count; item++)
        {
            long key = keyOf(item);
            groupOf[item] = -1;
            if (key >= 0)
            {
                ref int group = ref CollectionsMarshal.GetValueRefOrAddDefault(_groups, key, out bool known);
                group = known ? group : _groups.Count - 1;
                groupOf[item] = group;
            }
        }

        _items = new IndexLists(_groups.Count, groupOf);
    }

    /// <summary>A key of two parts; negative when either is.</summary>
    public static long Key(int a, int b) => a < 0 || b < 0 ? -1 : ((long)a << 32) | (uint)b;

    /// <summary>The items of a key of two parts.</summary>
    public ReadOnlySpan<int> Of(int a, int b) => _groups.TryGetValue(Key(a, b), out int group) ? _items.Of(group) : [];
}
