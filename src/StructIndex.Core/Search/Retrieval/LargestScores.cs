using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace StructIndex;

/// <summary>Finds the largest of many scores.</summary>
internal static class LargestScores
{
    // Scores are dealt out into a multiple of so many heaps. Where fifty are wanted, the fiftieth of the heaps' largest lies little below
    // the fiftieth of all.
    private const int Heaps = 64;

    // Of fewer scores for each heap, to look at each first costs more than it spares.
    private const int Many = 8;

    // Most heaps, and most scores that are compared once more one by one.
    private const int MaxCount = 512;

    /// <summary>Finds the largest scores, largest first; of equal ones the first.</summary>
    /// <param name="scores">The scores; negative infinity for what does not count.</param>
    /// <param name="largest">Receives the scores, as many as there is room for.</param>
    /// <param name="places">Receives the place of each; as long as <paramref name="largest"/>.</param>
    /// <returns>How many were found: fewer than there is room for where fewer count.</returns>
    public static int Find(ReadOnlySpan<float> scores, Span<float> largest, Span<int> places)
    {
        int count = 0;
        float least = MathF.BitDecrement(BelowPlace(scores, largest.Length));
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
        float least = BelowPlace(scores, place);
        Span<float> gathered = stackalloc float[MaxCount];
        int count = 0;
        ReadOnlySpan<Vector<float>> blocks = MemoryMarshal.Cast<float, Vector<float>>(scores);
        for (int block = 0; block <= blocks.Length; block++)
        {
            bool isRest = block == blocks.Length;
            if (isRest || Vector.GreaterThanOrEqualAny(blocks[block], new Vector<float>(least)))
            {
                int start = block * Vector<float>.Count;
                foreach (float score in isRest ? scores[start..] : scores.Slice(start, Vector<float>.Count))
                {
                    if (score < least)
                    {
                        continue;
                    }

                    if (count == gathered.Length)
                    {
                        return Narrow(scores, place);
                    }

                    gathered[count++] = score;
                }
            }
        }

        return Narrow(gathered[..count], place);
    }

    /// <summary>The places of all scores, the largest score first; of equal ones the first.</summary>
    public static int[] Order(ReadOnlySpan<float> scores)
    {
        // Numbers are sorted without a call for each comparison.
        long[] keys = new long[scores.Length];
        for (int place = 0; place < keys.Length; place++)
        {
            // Adding 0 makes both zeros one.
            keys[place] = ((long)~Ordered(scores[place] + 0f) << 32) | (uint)place;
        }

        Array.Sort(keys);
        return Array.ConvertAll(keys, key => (int)key);
    }

    /// <summary>The largest score; negative infinity where there is none.</summary>
    public static float First(ReadOnlySpan<float> scores)
    {
        Vector128<float> firsts = Vector128.Create(float.NegativeInfinity);
        ReadOnlySpan<Vector128<float>> blocks = MemoryMarshal.Cast<float, Vector128<float>>(scores);
        foreach (Vector128<float> block in blocks)
        {
            firsts = Vector128.MaxNative(firsts, block);
        }

        firsts = Vector128.MaxNative(firsts, Vector128.Shuffle(firsts, Vector128.Create(2, 3, 0, 1)));
        float first = Vector128.MaxNative(firsts, Vector128.Shuffle(firsts, Vector128.Create(1, 0, 3, 2))).ToScalar();
        foreach (float score in scores[(blocks.Length * Vector128<float>.Count)..])
        {
            first = score > first ? score : first;
        }

        return first;
    }

    /// <summary>The largest score and the second largest, which may be equal; negative infinity where there is none.</summary>
    public static (float First, float Second) FindTwo(ReadOnlySpan<float> scores)
    {
        Vector128<float> firsts = Vector128.Create(float.NegativeInfinity), seconds = firsts;
        ReadOnlySpan<Vector128<float>> blocks = MemoryMarshal.Cast<float, Vector128<float>>(scores);
        foreach (Vector128<float> block in blocks)
        {
            seconds = Vector128.MaxNative(seconds, Vector128.MinNative(firsts, block));
            firsts = Vector128.MaxNative(firsts, block);
        }

        // Each with the one two places on, then with the one beside it.
        Merge(ref firsts, ref seconds, Vector128.Create(2, 3, 0, 1));
        Merge(ref firsts, ref seconds, Vector128.Create(1, 0, 3, 2));
        (float first, float second) = (firsts.ToScalar(), seconds.ToScalar());
        foreach (float score in scores[(blocks.Length * Vector128<float>.Count)..])
        {
            second = score > first ? first : score > second ? score : second;
            first = score > first ? score : first;
        }

        return (first, second);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Merge(ref Vector128<float> firsts, ref Vector128<float> seconds, Vector128<int> order)
    {
        Vector128<float> otherFirsts = Vector128.Shuffle(firsts, order), otherSeconds = Vector128.Shuffle(seconds, order);
        seconds = Vector128.MaxNative(Vector128.MaxNative(seconds, otherSeconds), Vector128.MinNative(firsts, otherFirsts));
        firsts = Vector128.MaxNative(firsts, otherFirsts);
    }

    // A score that enough scores are not below. One look at each spares most of the scores that would be taken only to be pushed out again.
    private static float BelowPlace(ReadOnlySpan<float> scores, int place)
    {
        int count = (place + Heaps - 1) / Heaps * Heaps;
        if (count is 0 or > MaxCount || scores.Length < Many * count)
        {
            return float.NegativeInfinity;
        }

        Span<float> heaps = stackalloc float[count];
        heaps.Fill(float.NegativeInfinity);
        Span<Vector<float>> tops = MemoryMarshal.Cast<float, Vector<float>>(heaps);
        ReadOnlySpan<Vector<float>> dealt = MemoryMarshal.Cast<float, Vector<float>>(scores);
        for (; dealt.Length >= tops.Length; dealt = dealt[tops.Length..])
        {
            for (int i = 0; i < tops.Length; i++)
            {
                tops[i] = Vector.MaxNative(tops[i], dealt[i]);
            }
        }

        return Narrow(heaps, place);
    }

    // The score at a place: bit by bit from the first on, the largest number that enough scores are not below. No branch depends on a
    // score.
    private static float Narrow(ReadOnlySpan<float> scores, int place)
    {
        int low = Ordered(float.NegativeInfinity), high = scores.Length < place ? low : Ordered(float.PositiveInfinity);
        while (low < high)
        {
            int middle = (int)(((long)low + high + 1) >> 1);
            (low, high) = CountFrom(scores, Single(middle)) >= place ? (middle, high) : (low, middle - 1);
        }

        return Single(low);
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
