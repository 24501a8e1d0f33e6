using System.Numerics.Tensors;

namespace StructIndex;

/// <summary>
/// A query scaled to length one, as floats and as 16-bit integers for the byte rows. Aligned: a query that crosses cache lines costs a
/// tenth of the speed. Used for one query after another, since aligned arrays are pinned, which the collector does not like small and
/// short-lived.
/// </summary>
internal sealed class VectorQuery(int dimensions)
{
    /// <summary>Takes a query.</summary>
    /// <exception cref="ArgumentException">The query has other dimensions or a component that is not finite.</exception>
    public void Take(ReadOnlySpan<float> query)
    {
        if (query.Length != Floats.Length)
        {
            throw new ArgumentException($"The query has {query.Length} components; the store has {Floats.Length}.", nameof(query));
        }

        float largest = MathF.Abs(TensorPrimitives.MaxMagnitude(query));
        if (!float.IsFinite(largest))
        {
            throw new ArgumentException("The query has a component that is not finite.", nameof(query));
        }

        if (largest == 0)
        {
            Floats.Span.Clear();
            Shorts.Span.Clear();
        }
        else
        {
            TensorPrimitives.Divide(query, largest, Floats.Span);
            TensorPrimitives.Divide(Floats.Span, TensorPrimitives.Norm<float>(Floats.Span), Floats.Span);
            Quantize(Floats.Span, Shorts.Span);
        }
    }

    public AlignedArray<float> Floats { get; } = new(dimensions);

    /// <summary><see cref="Floats"/> divided by <see cref="ShortScale"/>, rounded.</summary>
    public AlignedArray<short> Shorts { get; } = new(dimensions);

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
