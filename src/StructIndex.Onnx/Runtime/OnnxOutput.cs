using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace StructIndex;

/// <summary>The output of a run.</summary>
/// <param name="Values">The numbers, row by row.</param>
/// <param name="Shape">The dimensions.</param>
internal sealed record OnnxOutput(float[] Values, int[] Shape)
{
    /// <summary>Copies a tensor of float32 or float16.</summary>
    public static OnnxOutput Of(OrtValue value)
    {
        OrtTensorTypeAndShapeInfo info = value.GetTensorTypeAndShape();
        int[] shape = Array.ConvertAll(info.Shape, size => checked((int)size));
        return new OnnxOutput(info.ElementDataType == TensorElementType.Float ? value.GetTensorDataAsSpan<float>().ToArray() : Single(value.GetTensorDataAsSpan<Float16>()), shape);
    }

    private static float[] Single(ReadOnlySpan<Float16> values)
    {
        ReadOnlySpan<Half> halves = MemoryMarshal.Cast<Float16, Half>(values);
        float[] singles = new float[halves.Length];
        for (int i = 0; i < singles.Length; i++)
        {
            singles[i] = (float)halves[i];
        }

        return singles;
    }
}
