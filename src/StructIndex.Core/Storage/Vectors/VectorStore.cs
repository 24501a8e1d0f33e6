using System.Collections.Concurrent;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace StructIndex;

/// <summary>Unit vectors, one row after another in memory, searched by exact cosine. Immutable and thread-safe.</summary>
internal sealed unsafe class VectorStore
{
    // Rows scored at once before the best are picked: the scores stay in the first-level cache.
    private const int Block = 1024;

    // Below this many components a second thread costs more than it brings.
    private const long ParallelComponents = 8_000_000;

    private readonly AlignedArray<float> _floats;
    private readonly AlignedArray<sbyte> _bytes;
    private readonly float[] _scales;
    private readonly ConcurrentBag<VectorQuery> _queries = [];

    /// <param name="rows">Number of rows.</param>
    /// <param name="dimensions">Components of a row.</param>
    /// <param name="precision">Which of the arrays holds the rows.</param>
    /// <param name="floats">Rows of length one, or empty where <paramref name="bytes"/> hold them.</param>
    /// <param name="bytes">Rows that times their scales have length one.</param>
    /// <param name="scales">One a row of <paramref name="bytes"/>; 0 for a zero row.</param>
    internal VectorStore(int rows, int dimensions, VectorPrecision precision, AlignedArray<float> floats, AlignedArray<sbyte> bytes, float[] scales) =>
        (Count, Dimensions, Precision, _floats, _bytes, _scales) = (rows, dimensions, precision, floats, bytes, scales);

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>Number of components of a row.</summary>
    public int Dimensions { get; }

    /// <summary>How components are kept.</summary>
    public VectorPrecision Precision { get; }

    /// <summary>The rows as floats, end to end; empty for <see cref="VectorPrecision.Int8"/>.</summary>
    internal ReadOnlyMemory<float> Floats => _floats.Memory;

    /// <summary>The rows as bytes, end to end; empty for <see cref="VectorPrecision.Float32"/>.</summary>
    internal ReadOnlyMemory<sbyte> Bytes => _bytes.Memory;

    /// <summary>What the bytes of each row are multiplied by; empty for <see cref="VectorPrecision.Float32"/>.</summary>
    internal ReadOnlyMemory<float> Scales => _scales;

    /// <summary>The cosines of all rows with a query.</summary>
    /// <param name="query">A vector of any length but no other dimensions.</param>
    /// <param name="scores">Receives one score a row.</param>
    /// <exception cref="ArgumentException">The query has other dimensions or is not finite, or <paramref name="scores"/> another length than the store.</exception>
    public void Score(ReadOnlySpan<float> query, Span<float> scores)
    {
        if (scores.Length != Count)
        {
            throw new ArgumentException($"There are {Count} rows, and room for {scores.Length} scores.", nameof(scores));
        }

        VectorQuery prepared = Prepare(query);
        fixed (float* to = scores)
        {
            ScoreRange(prepared, 0, Count, to);
        }

        _queries.Add(prepared);
    }

    /// <summary>The k rows with the largest cosines, best first; of equal ones the lower row first.</summary>
    /// <param name="query">A vector of any length but no other dimensions.</param>
    /// <param name="k">Most rows to give; fewer where the store has fewer.</param>
    /// <param name="maxThreads">Most threads for a large store.</param>
    /// <exception cref="ArgumentException">The query has other dimensions or is not finite.</exception>
    public ScoredRow[] TopK(ReadOnlySpan<float> query, int k, int maxThreads = 2)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(k);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxThreads);
        VectorQuery prepared = Prepare(query);
        int parts = (long)Count * Dimensions < ParallelComponents ? 1 : Math.Min(maxThreads, Environment.ProcessorCount);
        ScoredRow[][] tops = new ScoredRow[parts][];
        if (parts == 1)
        {
            tops[0] = TopOfRange(prepared, k, 0, Count).ToArray();
        }
        else
        {
            Parallel.For(0, parts, part => tops[part] =
                TopOfRange(prepared, k, (int)((long)Count * part / parts), (int)((long)Count * (part + 1) / parts)).ToArray());
        }

        _queries.Add(prepared);
        return parts == 1 ? tops[0] : [.. tops.SelectMany(t => t).OrderByDescending(r => r.Score).ThenBy(r => r.Row).Take(k)];
    }

    /// <summary>Copies a row as floats: of length one, or all zeros.</summary>
    public void CopyRow(int row, Span<float> vector)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Count, nameof(row));
        int at = row * Dimensions;
        if (Precision == VectorPrecision.Float32)
        {
            _floats.Span.Slice(at, Dimensions).CopyTo(vector);
            return;
        }

        ReadOnlySpan<sbyte> bytes = _bytes.Span.Slice(at, Dimensions);
        for (int i = 0; i < bytes.Length; i++)
        {
            vector[i] = bytes[i] * _scales[row];
        }
    }

    private VectorQuery Prepare(ReadOnlySpan<float> query)
    {
        VectorQuery prepared = _queries.TryTake(out VectorQuery? used) ? used : new VectorQuery(Dimensions);
        prepared.Take(query);
        return prepared;
    }

    [SkipLocalsInit]
    private TopRows TopOfRange(VectorQuery query, int k, int from, int to)
    {
        TopRows top = new(Math.Min(k, Math.Max(to - from, 1)));
        float* scores = stackalloc float[Block];
        for (int row = from; row < to; row += Block)
        {
            int rows = Math.Min(Block, to - row);
            ScoreRange(query, row, rows, scores);

            // Most blocks have nothing better, which a vectorised maximum tells at once.
            if (TensorPrimitives.Max(new ReadOnlySpan<float>(scores, rows)) > top.Threshold)
            {
                AddBetter(top, row, scores, rows);
            }
        }

        return top;
    }

    private static void AddBetter(TopRows top, int firstRow, float* scores, int rows)
    {
        for (int i = 0; i < rows; i++)
        {
            if (scores[i] > top.Threshold)
            {
                top.Add(firstRow + i, scores[i]);
            }
        }
    }

    private void ScoreRange(VectorQuery query, int from, int rows, float* scores)
    {
        nint at = (nint)from * Dimensions;
        if (Precision == VectorPrecision.Float32)
        {
            VectorKernels.DotRows(_floats.Pointer + at, rows, query.Floats.Pointer, Dimensions, scores);
        }
        else
        {
            fixed (float* scales = _scales)
            {
                VectorKernels.DotRows(_bytes.Pointer + at, rows, query.Shorts.Pointer, Dimensions, query.ShortScale, scales + from, scores);
            }
        }

        // The pointers alone keep nothing alive.
        GC.KeepAlive(query);
        GC.KeepAlive(this);
    }
}
