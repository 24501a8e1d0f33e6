using System.Collections.Concurrent;

namespace StructIndex;

/// <summary>Unit vectors, one row after another in memory, searched by exact cosine. Immutable and thread-safe.</summary>
internal sealed unsafe class VectorStore
{
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
    /// <exception cref="ArgumentException">
    /// The query has other dimensions or is not finite, or <paramref name="scores"/> another length than the store.
    /// </exception>
    public void Score(ReadOnlySpan<float> query, Span<float> scores)
    {
        if (scores.Length != Count)
        {
            throw new ArgumentException($"There are {Count} rows, and room for {scores.Length} scores.", nameof(scores));
        }

        VectorQuery prepared = Prepare(query);
        fixed (float* to = scores)
        {
            // What is fixed stays where it is until all rows are scored.
            nint all = (nint)to;
            LargeWork.InParts(Count, (from, end) => ScoreRows(prepared, (float*)all, from, end));
        }

        _queries.Add(prepared);
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

    private void ScoreRows(VectorQuery query, float* scores, int from, int to)
    {
        nint at = (nint)from * Dimensions;
        if (Precision == VectorPrecision.Float32)
        {
            VectorKernels.DotRows(_floats.Pointer + at, to - from, query.Floats.Pointer, Dimensions, scores + from);
        }
        else
        {
            fixed (float* scales = _scales)
            {
                VectorKernels.DotRows(_bytes.Pointer + at, to - from, query.Shorts.Pointer, Dimensions, query.ShortScale, scales + from, scores + from);
            }
        }

        // The pointers alone keep nothing alive.
        GC.KeepAlive(query);
        GC.KeepAlive(this);
    }
}
