namespace StructIndex;

/// <summary>
/// Puts rows of tokens of nearly equal length together: a processor gains nothing from wide batches, and loses what it spends on padding.
/// </summary>
internal static class TokenBatches
{
    // Enough for the matrices to be worth their overhead; larger ones fall out of the caches.
    private const int MaxTokens = 1024;

    // A row may be this much shorter than the longest of its batch.
    private const double MaxPadding = .1;

    /// <summary>Batches of numbers of rows, the longest rows first, so that threads end together.</summary>
    public static List<int[]> Of(IReadOnlyList<int> lengths)
    {
        List<int[]> batches = [];
        List<int> batch = [];
        foreach (int row in Enumerable.Range(0, lengths.Count).OrderByDescending(row => lengths[row]).ThenBy(row => row))
        {
            if (batch.Count > 0 && ((batch.Count + 1) * lengths[batch[0]] > MaxTokens || lengths[row] < (1 - MaxPadding) * lengths[batch[0]] - 2))
            {
                batches.Add([.. batch]);
                batch.Clear();
            }

            batch.Add(row);
        }

        if (batch.Count > 0)
        {
            batches.Add([.. batch]);
        }

        return batches;
    }
}
