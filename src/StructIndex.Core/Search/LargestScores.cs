using System.Numerics;
using System.Runtime.InteropServices;

namespace StructIndex;

/// <summary>Finds the largest of many scores.</summary>
internal static class LargestScores
{
    // The scores are dealt out into so many heaps. Where fifty are wanted, the fiftieth of the heaps' largest lies little below the fiftieth of all.
    private const int Heaps = 64;

    // Of fewer, to look at each first costs more than it spares.
    private const int Many = 8 * Heaps;

    /// <summary>Finds the largest scores, largest first; of equal ones the first.</summary>
    /// <param name="scores">The scores; negative infinity for what does not count.</param>
    /// <param name="largest">Receives the scores, as many as there is room for.</param>
    /// <param name="places">Receives the place of each; as long as <paramref name="largest"/>.</param>
    /// <returns>How many were found: fewer than there is room for where fewer count.</returns>
    public static int Find(ReadOnlySpan<float> scores, Span<float> largest, Span<int> places)
    {
        int count = 0;
        float least = BelowLargest(scores, largest.Length);
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

    /// <summary>The score at a place in the order of the scores, the largest first; negative infinity where fewer count.</summary>
    /// <param name="scores">The scores; negative infinity for what does not count.</param>
    /// <param name="place">The place, from 1.</param>
    public static float AtPlace(ReadOnlySpan<float> scores, int place)
    {
        // Bit by bit from the first on, the largest number that enough scores are not below: no branch depends on a score.
        int low = Ordered(float.NegativeInfinity), high = scores.Length < place ? low : Ordered(float.PositiveInfinity);
        while (low < high)
        {
            int middle = (int)(((long)low + high + 1) >> 1);
            (low, high) = CountFrom(scores, Single(middle)) >= place ? (middle, high) : (low, middle - 1);
        }

        return Single(low);
    }

    /// <summary>The largest score and the second largest, which may be equal; negative infinity where there is none.</summary>
    public static (float First, float Second) FindTwo(ReadOnlySpan<float> scores)
    {
        Vector<float> firsts = new(float.NegativeInfinity), seconds = firsts;
        ReadOnlySpan<Vector<float>> blocks = MemoryMarshal.Cast<float, Vector<float>>(scores);
        foreach (Vector<float> block in blocks)
        {
            seconds = Vector.Max(seconds, Vector.Min(firsts, block));
            firsts = Vector.Max(firsts, block);
        }

        (float first, float second) = (float.NegativeInfinity, float.NegativeInfinity);
        for (int i = 0; i < Vector<float>.Count; i++)
        {
            second = Math.Max(Math.Max(second, seconds[i]), Math.Min(first, firsts[i]));
            first = Math.Max(first, firsts[i]);
        }

        foreach (float score in scores[(blocks.Length * Vector<float>.Count)..])
        {
            second = Math.Max(second, Math.Min(first, score));
            first = Math.Max(first, score);
        }

        return (first, second);
    }

    // A score below all that are wanted. One look at each spares most of the scores that would be taken only to be pushed out again.
    private static float BelowLargest(ReadOnlySpan<float> scores, int wanted)
    {
        if (wanted > Heaps || scores.Length < Many)
        {
            return float.NegativeInfinity;
        }

        Span<float> heaps = stackalloc float[Heaps];
        heaps.Fill(float.NegativeInfinity);
        Span<Vector<float>> tops = MemoryMarshal.Cast<float, Vector<float>>(heaps);
        ReadOnlySpan<Vector<float>> dealt = MemoryMarshal.Cast<float, Vector<float>>(scores);
        for (; dealt.Length >= tops.Length; dealt = dealt[tops.Length..])
        {
            for (int i = 0; i < tops.Length; i++)
            {
                tops[i] = Vector.Max(tops[i], dealt[i]);
            }
        }

        return MathF.BitDecrement(AtPlace(tops, wanted));
    }

    private static int CountFrom(ReadOnlySpan<float> scores, float least)
    {
        Vector<float> bound = new(least);
        Vector<int> hits = default;
        ReadOnlySpan<Vector<float>> blocks = MemoryMarshal.Cast<float, Vector<float>>(scores);
        foreach (Vector<float> block in blocks)
        {
            hits += Vector.GreaterThanOrEqual(block, bound);
        }

        // Every hit adds -1.
        int count = -Vector.Sum(hits);
        foreach (float score in scores[(blocks.Length * Vector<float>.Count)..])
        {
            count += score >= least ? 1 : 0;
        }

        return count;
    }

    // Whole numbers in the order of singles, and back.
    private static int Ordered(float single) => BitConverter.SingleToInt32Bits(single) is var bits && bits < 0 ? bits ^ int.MaxValue : bits;

    private static float Single(int ordered) => BitConverter.Int32BitsToSingle(ordered < 0 ? ordered ^ int.MaxValue : ordered);

    // To count for each value those that are larger takes no branches, and for so few less time than to sort them.
    private static float AtPlace(ReadOnlySpan<Vector<float>> values, int place)
    {
        foreach (float value in MemoryMarshal.Cast<Vector<float>, float>(values))
        {
            Vector<int> larger = default, smaller = default;
            foreach (Vector<float> others in values)
            {
                larger += Vector.GreaterThan(others, new Vector<float>(value));
                smaller += Vector.LessThan(others, new Vector<float>(value));
            }

            // Every hit adds -1.
            if (-Vector.Sum(larger) < place && Heaps + Vector.Sum(smaller) >= place)
            {
                return value;
            }
        }

        return float.NegativeInfinity;
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
