using System.Numerics.Tensors;

namespace StructIndex;

/// <summary>A query scaled to length one, as floats and as 16-bit integers for the byte rows.</summary>
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

        Floats = new float[dimensions];
        Shorts = new short[dimensions];
        if (largest > 0)
        {
            TensorPrimitives.Divide(query, largest, Floats);
            TensorPrimitives.Divide(Floats, TensorPrimitives.Norm<float>(Floats), Floats);
            Quantize();
        }
    }

    public float[] Floats { get; }

    /// <summary><see cref="Floats"/> divided by <see cref="ShortScale"/>, rounded.</summary>
    public short[] Shorts { get; }

    public float ShortScale { get; private set; }

    // As fine as 16 bits allow while no sum of products with signed bytes can leave 31 bits.
    private void Quantize()
    {
        double largest = Math.Abs(TensorPrimitives.MaxMagnitude<float>(Floats));
        double sum = TensorPrimitives.SumOfMagnitudes<float>(Floats);
        double steps = Math.Min(short.MaxValue / largest, ((int.MaxValue / 128.0) - Floats.Length) / sum);
        for (int i = 0; i < Floats.Length; i++)
        {
            Shorts[i] = (short)Math.Clamp(Math.Round(Floats[i] * steps), -short.MaxValue, short.MaxValue);
        }

        ShortScale = (float)(1 / steps);
    }
}
