namespace StructIndex;

/// <summary>Finds places in lists that are sorted by where their items start.</summary>
internal static class SortedStarts
{
    /// <summary>Index of the first item that does not start before an offset; the length of the list where all do.</summary>
    public static int FirstFrom<T>(List<T> items, int offset, Func<T, int> startOf)
    {
        int low = 0;
        int high = items.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (startOf(items[middle]) < offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
