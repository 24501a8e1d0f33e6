using System.Numerics.Tensors;

namespace StructIndex;

/// <summary>Turns a trained state into the file of <see cref="StaticEmbeddingModel"/>: the scalars folded into the rows, rows as signed bytes with one scale each.</summary>
internal static class ModelExporter
{
    private const float Largest = 127;

    /// <summary>Writes the model.</summary>
    public static void Write(Stream to, string name, Vocabulary vocabulary, ModelState state, FieldWeights weights)
    {
        int dimensions = state.Dimensions;
        float[] scales = new float[state.Rows];
        sbyte[] table = new sbyte[state.Rows * dimensions];
        for (int row = 0; row < state.Rows; row++)
        {
            ReadOnlySpan<float> values = state.Table.AsSpan(row * dimensions, dimensions);
            float step = TensorPrimitives.MaxMagnitude(values) is var largest && largest != 0 ? MathF.Abs(largest) / Largest : 1;
            for (int i = 0; i < dimensions; i++)
            {
                table[(row * dimensions) + i] = (sbyte)MathF.Round(values[i] / step);
            }

            scales[row] = step * state.Scalars[row];
        }

        StaticEmbeddingFile.Write(
            to,
            name,
            [.. Enumerable.Range(0, state.Rows).Select(row => vocabulary.Word(row).ToString())],
            [.. Enumerable.Range(0, state.Rows).Select(vocabulary.CountOf)],
            scales,
            table,
            weights);
    }

    /// <summary>A finished model as a state, so that it can be evaluated beside others.</summary>
    public static unsafe ModelState Read(StaticEmbeddingModel model)
    {
        ModelState state = new(model.Vocabulary.Count, model.Dimensions);
        for (int row = 0; row < state.Rows; row++)
        {
            fixed (float* values = &state.Table[row * state.Dimensions])
            {
                model.AddRow(row, 1, values);
            }
        }

        Array.Fill(state.Scalars, 1);
        FieldWeights w = model.Weights;
        ((float[])[w.Name, w.Container, w.Path, w.Signature, w.Body, w.Documentation]).CopyTo(state.FieldWeights, 0);
        return state;
    }
}
