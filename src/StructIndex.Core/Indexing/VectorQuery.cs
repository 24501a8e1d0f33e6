using System.Numerics.Tensors;

namespace StructIndex;

/// <summary>A query scaled to length one, as floats and as 16-bit integers for the byte rows. Aligned: a query that crosses cache lines costs a tenth of the speed.</summary>
internal sealed class VectorQuery
{
    /// <exception cref="ArgumentException">The query has other dimensions or a component that is not finite.</exception>
    public VectorQuery(ReadOnlySpan<float> query, int dimensions)
    {
        if (query.Length != dimensions)
        {
            throw new ArgumentException($"The query has {query.Length} components; the store has {dimensions}.", nameof(query));
        }

        float largest = MathF.Abs(TensorPrimitives.MaxMagnitude(query));
        if (!float.IsFinite(largest))
        {
            throw new ArgumentException("The query has a component that is not finite.", nameof(query));
        }

        Floats = new AlignedArray<float>(dimensions);
        Shorts = new AlignedArray<short>(dimensions);
        if (largest > 0)
        {
            TensorPrimitives.Divide(query, largest, Floats.Span);
            TensorPrimitives.Divide(Floats.Span, TensorPrimitives.Norm<float>(Floats.Span), Floats.Span);
            Quantize(Floats.Span, Shorts.Span);
        }
    }

    public AlignedArray<float> Floats { get; }

    /// <summary><see cref="Floats"/> divided by <see cref="ShortScale"/>, rounded.</summary>
    public AlignedArray<short> Shorts { get; }

    public float ShortScale { get; private set; }

    // As fine as 16 bits allow while no sum of products with signed bytes can leave 31 bits.
    private void Quantize(ReadOnlySpan<float> floats, Span<short> shorts)
    {
        double largest = Math.Abs(TensorPrimitives.MaxMagnitude(floats));
        double sum = TensorPrimitives.SumOfMagnitudes(floats);
        double steps = Math.Min(short.MaxValue / largest, ((int.MaxValue / 128.0) - floats.Length) / sum);
        for (int i = 0; i < floats.Length; i++)
        {
            shorts[i] = (short)Math.Clamp(Math.Round(floats[i] * steps), -short.MaxValue, short.MaxValue);
        }

        ShortScale = (float)(1 / steps);
    }
}
