using System.Numerics;
using System.Runtime.InteropServices;

namespace StructIndex;

/// <summary>Finds the largest of many scores.</summary>
internal static class LargestScores
{
    /// <summary>Finds the largest scores, largest first; of equal ones the first.</summary>
    /// <param name="scores">The scores; negative infinity for what does not count.</param>
    /// <param name="largest">Receives the scores, as many as there is room for.</param>
    /// <param name="places">Receives the place of each; as long as <paramref name="largest"/>.</param>
    /// <returns>How many were found: fewer than there is room for where fewer count.</returns>
    public static int Find(ReadOnlySpan<float> scores, Span<float> largest, Span<int> places)
    {
        int count = 0;
        float least = float.NegativeInfinity;
        ReadOnlySpan<Vector<float>> blocks = MemoryMarshal.Cast<float, Vector<float>>(scores);
        for (int block = 0; block < blocks.Length; block++)
        {
            // Nearly every block lies below the largest, and one look tells.
            if (Vector.GreaterThanAny(blocks[block], new Vector<float>(least)))
            {
                int start = block * Vector<float>.Count;
                Take(scores, start, start + Vector<float>.Count, largest, places, ref count, ref least);
            }
        }

        Take(scores, blocks.Length * Vector<float>.Count, scores.Length, largest, places, ref count, ref least);
        return count;
    }

    private static void Take(ReadOnlySpan<float> scores, int start, int end, Span<float> largest, Span<int> places, ref int count, ref float least)
    {
        for (int place = start; place < end; place++)
        {
            float score = scores[place];
            if (!(score > least))
            {
                continue;
            }

            count += count < largest.Length ? 1 : 0;
            int at = count - 1;
            for (; at > 0 && largest[at - 1] < score; at--)
            {
                (largest[at], places[at]) = (largest[at - 1], places[at - 1]);
            }

            (largest[at], places[at]) = (score, place);
            least = count == largest.Length ? largest[^1] : least;
        }
    }
}
