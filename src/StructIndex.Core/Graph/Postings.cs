using System.Runtime.InteropServices;

namespace StructIndex;

/// <summary>For each key the items that have it, ascending; in two arrays.</summary>
internal sealed class Postings
{
    private readonly Dictionary<long, (int Start, int Count)> _ranges = [];
    private readonly int[] _items;

    /// <summary>Posts items 0 to <paramref name="count"/> - 1 under their keys.</summary>
    /// <param name="count">Number of items.</param>
    /// <param name="keyOf">The key of an item; negative to leave it out.</param>
    public Postings(int count, Func<int, long> keyOf)
    {
        long[] keys = new long[count];
        int posted = 0;
        for (int item = 0; item < count; item++)
        {
            keys[item] = keyOf(item);
            if (keys[item] >= 0)
            {
                posted++;
                CollectionsMarshal.GetValueRefOrAddDefault(_ranges, keys[item], out _).Count++;
            }
        }

        _items = new int[posted];
        Dictionary<long, int> next = new(_ranges.Count);
        int start = 0;
        for (int item = 0; item < count; item++)
        {
            if (keys[item] < 0)
            {
                continue;
            }

            ref int at = ref CollectionsMarshal.GetValueRefOrAddDefault(next, keys[item], out bool known);
            if (!known)
            {
                ref (int Start, int Count) range = ref CollectionsMarshal.GetValueRefOrNullRef(_ranges, keys[item]);
                range.Start = at = start;
                start += range.Count;
            }

            _items[at++] = item;
        }
    }

    /// <summary>A key of two parts; negative when either is.</summary>
    public static long Key(int a, int b) => a < 0 || b < 0 ? -1 : ((long)a << 32) | (uint)b;

    /// <summary>The items of a key of two parts.</summary>
    public ReadOnlySpan<int> Of(int a, int b) =>
        _ranges.TryGetValue(Key(a, b), out (int Start, int Count) range) ? _items.AsSpan(range.Start, range.Count) : [];
}
