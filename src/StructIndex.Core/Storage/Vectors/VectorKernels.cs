using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace StructIndex;

/// <summary>
/// Dot products and scaled sums, at the widest vectors the machine has. Every width is its own method so that tests can run each.
/// Every row is read once, from four places in turns, so the limit is the memory; four accumulators hide the latency of multiply-and-add.
/// <see cref="MethodImplOptions.AggressiveOptimization"/> keeps the loops out of what is compiled ahead of time, which may not use the
/// machine's widest vectors.
/// </summary>
internal static unsafe class VectorKernels
{
    private const int CacheLine = 64;

    // The hardware stops prefetching at the end of a 4 KB page; byte rows are read faster than it starts again (measured: 12 GB/s without,
    // 15 with).
    private const int PrefetchBytes = 2048;

    // Of four readers each gets ahead less far in the same time.
    private const int PrefetchFour = 1024;

    // Smaller tables stay in the caches from one query to the next, and there asking ahead takes a quarter of the scan (3 MB in .07 ms
    // without, .09 with).
    private const int CachedBytes = 8 << 20;

    /// <summary>Sum of a[i] x b[i] over n floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Dot(float* a, float* b, int n) =>
        Vector512.IsHardwareAccelerated ? Dot512(a, b, n) : Vector256.IsHardwareAccelerated ? Dot256(a, b, n) : Dot128(a, b, n);

    /// <summary>Sum of a[i] x b[i] over n values. Exact while it fits 31 bits, which is the caller's to see to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Dot(sbyte* a, short* b, int n) =>
        Avx512BW.IsSupported ? Dot512(a, b, n) : Avx2.IsSupported ? Dot256(a, b, n) : Dot128(a, b, n);

    /// <summary>sum[i] += w x row[i] over n values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaled(sbyte* row, float w, float* sum, int n)
    {
        if (Avx512F.IsSupported)
        {
            AddScaled512(row, w, sum, n);
        }
        else
        {
            AddScaled128(row, w, sum, n);
        }
    }

    /// <summary>scores[r] = the dot product of row r with the query, over rows that lie one after another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void DotRows(float* table, int rows, float* query, int n, float* scores)
    {
        // A quarter of the rows apart, as below.
        int quarter = rows / 4;
        nint apart = (nint)quarter * n;
        for (int row = 0; row < quarter; row++, table += n)
        {
            scores[row] = Dot(table, query, n);
            scores[row + quarter] = Dot(table + apart, query, n);
            scores[row + (2 * quarter)] = Dot(table + (2 * apart), query, n);
            scores[row + (3 * quarter)] = Dot(table + (3 * apart), query, n);
        }

        table += 3 * apart;
        for (int row = 4 * quarter; row < rows; row++, table += n)
        {
            scores[row] = Dot(table, query, n);
        }
    }

    /// <summary>scores[r] = the dot product of row r with the query x the query's scale x the row's scale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void DotRows(sbyte* table, int rows, short* query, int n, float queryScale, float* scales, float* scores)
    {
        int row = 0;
        if (Avx2.IsSupported && !Avx512BW.IsSupported)
        {
            // Four rows share each load of the query and one horizontal sum. They lie a quarter of the rows apart, since the hardware
            // fetches ahead of four readers at once: 17 MB are read in two thirds of the time.
            int quarter = rows / 4;
            nint apart = (nint)quarter * n;
            bool prefetch = (long)rows * n >= CachedBytes;
            for (; row < quarter; row++, table += n)
            {
                Vector128<float> dots = Vector128.ConvertToSingle(DotFour256(table, apart, query, n, prefetch));
                for (int part = 0; part < 4; part++)
                {
                    int at = row + (part * quarter);
                    scores[at] = dots[part] * (scales[at] * queryScale);
                }
            }

            row = 4 * quarter;
            table += 3 * apart;
        }

        for (; row < rows; row++, table += n)
        {
            Prefetch(table + PrefetchBytes, n);
            scores[row] = Dot(table, query, n) * (scales[row] * queryScale);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float Dot512(float* a, float* b, int n)
    {
        Vector512<float> s0 = default, s1 = default, s2 = default, s3 = default;
        int i = 0;
        for (; i <= n - 64; i += 64)
        {
            s0 = Vector512.MultiplyAddEstimate(Vector512.Load(a + i), Vector512.Load(b + i), s0);
            s1 = Vector512.MultiplyAddEstimate(Vector512.Load(a + i + 16), Vector512.Load(b + i + 16), s1);
            s2 = Vector512.MultiplyAddEstimate(Vector512.Load(a + i + 32), Vector512.Load(b + i + 32), s2);
            s3 = Vector512.MultiplyAddEstimate(Vector512.Load(a + i + 48), Vector512.Load(b + i + 48), s3);
        }

        for (; i <= n - 16; i += 16)
        {
            s0 = Vector512.MultiplyAddEstimate(Vector512.Load(a + i), Vector512.Load(b + i), s0);
        }

        return Vector512.Sum(s0 + s1 + (s2 + s3)) + Tail(a + i, b + i, n - i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float Dot256(float* a, float* b, int n)
    {
        Vector256<float> s0 = default, s1 = default, s2 = default, s3 = default;
        int i = 0;
        for (; i <= n - 32; i += 32)
        {
            s0 = Vector256.MultiplyAddEstimate(Vector256.Load(a + i), Vector256.Load(b + i), s0);
            s1 = Vector256.MultiplyAddEstimate(Vector256.Load(a + i + 8), Vector256.Load(b + i + 8), s1);
            s2 = Vector256.MultiplyAddEstimate(Vector256.Load(a + i + 16), Vector256.Load(b + i + 16), s2);
            s3 = Vector256.MultiplyAddEstimate(Vector256.Load(a + i + 24), Vector256.Load(b + i + 24), s3);
        }

        return Vector256.Sum(s0 + s1 + (s2 + s3)) + Tail(a + i, b + i, n - i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static float Dot128(float* a, float* b, int n)
    {
        Vector128<float> s0 = default, s1 = default, s2 = default, s3 = default;
        int i = 0;
        for (; i <= n - 16; i += 16)
        {
            s0 = Vector128.MultiplyAddEstimate(Vector128.Load(a + i), Vector128.Load(b + i), s0);
            s1 = Vector128.MultiplyAddEstimate(Vector128.Load(a + i + 4), Vector128.Load(b + i + 4), s1);
            s2 = Vector128.MultiplyAddEstimate(Vector128.Load(a + i + 8), Vector128.Load(b + i + 8), s2);
            s3 = Vector128.MultiplyAddEstimate(Vector128.Load(a + i + 12), Vector128.Load(b + i + 12), s3);
        }

        return Vector128.Sum(s0 + s1 + (s2 + s3)) + Tail(a + i, b + i, n - i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Dot512(sbyte* a, short* b, int n)
    {
        Vector512<int> s0 = default, s1 = default;
        int i = 0;
        for (; i <= n - 64; i += 64)
        {
            Vector512<short> low = Avx512BW.ConvertToVector512Int16(Vector256.Load(a + i));
            Vector512<short> high = Avx512BW.ConvertToVector512Int16(Vector256.Load(a + i + 32));
            s0 += Avx512BW.MultiplyAddAdjacent(low, Vector512.Load(b + i));
            s1 += Avx512BW.MultiplyAddAdjacent(high, Vector512.Load(b + i + 32));
        }

        return Vector512.Sum(s0 + s1) + Tail(a + i, b + i, n - i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Dot256(sbyte* a, short* b, int n)
    {
        Vector256<int> s0 = default, s1 = default;
        int i = 0;
        for (; i <= n - 32; i += 32)
        {
            Vector256<short> low = Avx2.ConvertToVector256Int16(Vector128.Load(a + i));
            Vector256<short> high = Avx2.ConvertToVector256Int16(Vector128.Load(a + i + 16));
            s0 += Avx2.MultiplyAddAdjacent(low, Vector256.Load(b + i));
            s1 += Avx2.MultiplyAddAdjacent(high, Vector256.Load(b + i + 16));
        }

        return Vector256.Sum(s0 + s1) + Tail(a + i, b + i, n - i);
    }

    // Of four rows, each so many bytes behind the one before.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<int> DotFour256(sbyte* a, nint apart, short* b, int n, bool prefetch)
    {
        sbyte* a1 = a + apart, a2 = a1 + apart, a3 = a2 + apart;
        if (prefetch)
        {
            Prefetch(a + PrefetchFour, n);
            Prefetch(a1 + PrefetchFour, n);
            Prefetch(a2 + PrefetchFour, n);
            Prefetch(a3 + PrefetchFour, n);
        }

        Vector256<int> s0 = default, s1 = default, s2 = default, s3 = default;
        nint i = 0;
        for (; i <= n - 16; i += 16)
        {
            Vector256<short> q = Vector256.Load(b + i);
            s0 += Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(a + i), q);
            s1 += Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(a1 + i), q);
            s2 += Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(a2 + i), q);
            s3 += Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(a3 + i), q);
        }

        Vector256<int> sums = Avx2.HorizontalAdd(Avx2.HorizontalAdd(s0, s1), Avx2.HorizontalAdd(s2, s3));
        int rest = n - (int)i;
        Vector128<int> tails = rest == 0
            ? default
            : Vector128.Create(Tail(a + i, b + i, rest), Tail(a1 + i, b + i, rest), Tail(a2 + i, b + i, rest), Tail(a3 + i, b + i, rest));
        return sums.GetLower() + sums.GetUpper() + tails;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int Dot128(sbyte* a, short* b, int n)
    {
        Vector128<int> s0 = default, s1 = default;
        int i = 0;
        for (; i <= n - 16; i += 16)
        {
            (Vector128<short> low, Vector128<short> high) = Vector128.Widen(Vector128.Load(a + i));
            s0 += MultiplyWide(low, Vector128.Load(b + i));
            s1 += MultiplyWide(high, Vector128.Load(b + i + 8));
        }

        return Vector128.Sum(s0 + s1) + Tail(a + i, b + i, n - i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void AddScaled512(sbyte* row, float w, float* sum, int n)
    {
        Vector512<float> scale = Vector512.Create(w);
        int i = 0;
        for (; i <= n - 16; i += 16)
        {
            Vector512<float> values = Vector512.ConvertToSingle(Avx512F.ConvertToVector512Int32(Vector128.Load(row + i)));
            Vector512.Store(Vector512.MultiplyAddEstimate(values, scale, Vector512.Load(sum + i)), sum + i);
        }

        AddScaledTail(row + i, w, sum + i, n - i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void AddScaled128(sbyte* row, float w, float* sum, int n)
    {
        Vector128<float> scale = Vector128.Create(w);
        int i = 0;
        for (; i <= n - 16; i += 16)
        {
            (Vector128<short> low, Vector128<short> high) = Vector128.Widen(Vector128.Load(row + i));
            AddScaled(low, scale, sum + i);
            AddScaled(high, scale, sum + i + 8);
        }

        AddScaledTail(row + i, w, sum + i, n - i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddScaled(Vector128<short> values, Vector128<float> scale, float* sum)
    {
        (Vector128<int> low, Vector128<int> high) = Vector128.Widen(values);
        Vector128.Store(Vector128.MultiplyAddEstimate(Vector128.ConvertToSingle(low), scale, Vector128.Load(sum)), sum);
        Vector128.Store(Vector128.MultiplyAddEstimate(Vector128.ConvertToSingle(high), scale, Vector128.Load(sum + 4)), sum + 4);
    }

    private static void Prefetch(sbyte* from, int bytes)
    {
        if (Sse.IsSupported)
        {
            for (int i = 0; i < bytes; i += CacheLine)
            {
                Sse.Prefetch0(from + i);
            }
        }
    }

    private static Vector128<int> MultiplyWide(Vector128<short> a, Vector128<short> b)
    {
        (Vector128<int> aLow, Vector128<int> aHigh) = Vector128.Widen(a);
        (Vector128<int> bLow, Vector128<int> bHigh) = Vector128.Widen(b);
        return (aLow * bLow) + (aHigh * bHigh);
    }

    private static float Tail(float* a, float* b, int n)
    {
        float sum = 0;
        for (int i = 0; i < n; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private static int Tail(sbyte* a, short* b, int n)
    {
        int sum = 0;
        for (int i = 0; i < n; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private static void AddScaledTail(sbyte* row, float w, float* sum, int n)
    {
        for (int i = 0; i < n; i++)
        {
            sum[i] += w * row[i];
        }
    }
}
