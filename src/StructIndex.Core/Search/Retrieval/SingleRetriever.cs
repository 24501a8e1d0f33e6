using System.Numerics.Tensors;

namespace StructIndex;

/// <summary>The order that one retriever gives alone: each file at its best unit.</summary>
internal static class SingleRetriever
{
    /// <summary>The best unit of each of the best files, best first; of equal ones the first of the index.</summary>
    /// <param name="scores">The scores of the units; negative infinity for what does not count.</param>
    /// <param name="fileStarts">For each file its first unit, and after the last the number of units.</param>
    /// <param name="limit">Most units to give.</param>
    public static IReadOnlyList<int> BestUnits(ReadOnlySpan<float> scores, ReadOnlySpan<int> fileStarts, int limit)
    {
        List<(int Unit, float Score)> best = [];
        for (int file = 0; file + 1 < fileStarts.Length; file++)
        {
            int unit = fileStarts[file] + TensorPrimitives.IndexOfMax(scores[fileStarts[file]..fileStarts[file + 1]]);
            if (!float.IsNegativeInfinity(scores[unit]))
            {
                best.Add((unit, scores[unit]));
            }
        }

        return [.. best.OrderByDescending(file => file.Score).Take(limit).Select(file => file.Unit)];
    }
}
