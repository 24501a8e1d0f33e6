using System.Numerics.Tensors;

namespace StructIndex;

/// <summary>Fills a vector store. Different rows may be set from different threads; a row that is never set stays zero.</summary>
internal sealed class VectorStoreBuilder
{
    private readonly int _rows;
    private readonly int _dimensions;
    private readonly VectorPrecision _precision;
    private readonly AlignedArray<float> _floats;
    private readonly AlignedArray<sbyte> _bytes;
    private readonly float[] _scales;
    private bool _built;

    /// <exception cref="ArgumentOutOfRangeException">
    /// A size is negative or zero where it may not be, or rows x dimensions exceed 2^31 - 121.
    /// </exception>
    public VectorStoreBuilder(int rows, int dimensions, VectorPrecision precision)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimensions);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)rows * dimensions, AlignedArray<float>.MaxLength, nameof(rows));
        _rows = rows;
        _dimensions = dimensions;
        _precision = precision;
        bool small = precision == VectorPrecision.Int8;
        _floats = new AlignedArray<float>(small ? 0 : rows * dimensions);
        _bytes = new AlignedArray<sbyte>(small ? rows * dimensions : 0);
        _scales = small ? new float[rows] : [];
    }

    /// <summary>Sets a row to a vector, scaled to length one; zeros stay zeros.</summary>
    /// <exception cref="ArgumentException">The vector has other dimensions, or a component that is not finite.</exception>
    public void Set(int row, ReadOnlySpan<float> vector)
    {
        ObjectDisposedException.ThrowIf(_built, this);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)_rows, nameof(row));
        if (vector.Length != _dimensions)
        {
            throw new ArgumentException($"The vector has {vector.Length} components; the store has {_dimensions}.", nameof(vector));
        }

        float largest = TensorPrimitives.MaxMagnitude(vector);
        if (!float.IsFinite(largest))
        {
            throw new ArgumentException("The vector has a component that is not finite.", nameof(vector));
        }

        if (MathF.Abs(largest) > 0)
        {
            int at = row * _dimensions;
            if (_scales.Length > 0)
            {
                Quantize(vector, MathF.Abs(largest), _bytes.Span.Slice(at, _dimensions), out _scales[row]);
            }
            else
            {
                Normalize(vector, MathF.Abs(largest), _floats.Span.Slice(at, _dimensions));
            }
        }
    }

    /// <summary>Sets a row to that of a store with the same dimensions and precision, bit for bit.</summary>
    public void Copy(int row, VectorStore store, int from)
    {
        ObjectDisposedException.ThrowIf(_built, this);
        if (store.Dimensions != _dimensions || store.Precision != _precision)
        {
            throw new ArgumentException($"The store's rows have {store.Dimensions} components as {store.Precision}; these have {_dimensions} as {_precision}.", nameof(store));
        }

        int at = row * _dimensions, fromAt = from * _dimensions;
        if (_scales.Length > 0)
        {
            store.Bytes.Span.Slice(fromAt, _dimensions).CopyTo(_bytes.Span[at..]);
            _scales[row] = store.Scales.Span[from];
        }
        else
        {
            store.Floats.Span.Slice(fromAt, _dimensions).CopyTo(_floats.Span[at..]);
        }
    }

    /// <summary>Sets a row of bytes (<see cref="VectorPrecision.Int8"/>) as a store keeps it.</summary>
    public void Set(int row, ReadOnlySpan<sbyte> bytes, float scale)
    {
        ObjectDisposedException.ThrowIf(_built, this);
        bytes.CopyTo(_bytes.Span.Slice(row * _dimensions, _dimensions));
        _scales[row] = scale;
    }

    /// <summary>The store. The builder can be used no further.</summary>
    public VectorStore Build()
    {
        ObjectDisposedException.ThrowIf(_built, this);
        _built = true;
        return new VectorStore(_rows, _dimensions, _precision, _floats, _bytes, _scales);
    }

    // Dividing by the largest component first keeps the squares of tiny and huge vectors in range.
    private static void Normalize(ReadOnlySpan<float> vector, float largest, Span<float> row)
    {
        TensorPrimitives.Divide(vector, largest, row);
        TensorPrimitives.Divide(row, TensorPrimitives.Norm<float>(row), row);
    }

    // The scale makes the rounded row exactly one long, so that its cosines are those of its direction.
    private static void Quantize(ReadOnlySpan<float> vector, float largest, Span<sbyte> row, out float scale)
    {
        double squares = 0;
        for (int i = 0; i < row.Length; i++)
        {
            int value = (int)MathF.Round(vector[i] / largest * 127);
            row[i] = (sbyte)value;
            squares += value * value;
        }

        scale = (float)(1 / Math.Sqrt(squares));
    }
}
