namespace StructIndex;

/// <summary>What a run gave.</summary>
/// <param name="Values">The numbers, row by row.</param>
/// <param name="Shape">The dimensions.</param>
internal sealed record OnnxOutput(float[] Values, int[] Shape)
{
    /// <summary>Copies a tensor of float32 or float16, and releases it.</summary>
    public static unsafe OnnxOutput Of(OrtValue value)
    {
        using (value)
        {
            (int type, long[] shape) = value.Type;
            float[] values = new float[shape.Aggregate(1L, (product, size) => checked(product * size))];
            if (type == OrtApi.Float32)
            {
                new ReadOnlySpan<float>(value.Data, values.Length).CopyTo(values);
            }
            else
            {
                ReadOnlySpan<Half> halves = new(value.Data, values.Length);
                for (int i = 0; i < values.Length; i++)
                {
                    values[i] = (float)halves[i];
                }
            }

            return new OnnxOutput(values, Array.ConvertAll(shape, size => (int)size));
        }
    }
}
