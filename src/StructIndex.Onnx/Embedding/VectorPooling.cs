namespace StructIndex;

/// <summary>Makes the vectors of tokens into vectors of texts.</summary>
internal static class VectorPooling
{
    /// <summary>The output that holds vectors: one of the text where the model pools, else one of each token.</summary>
    /// <exception cref="OnnxModelException">There is none.</exception>
    public static OnnxTensorInfo ChooseOutput(IReadOnlyList<OnnxTensorInfo> outputs, string path)
    {
        OnnxTensorInfo[] floats = [.. outputs.Where(output => output.IsFloat && output.Shape.Length is 2 or 3)];
        return Array.Find(floats, output => output.Name == "sentence_embedding" && output.Shape.Length == 2)
            ?? Array.Find(floats, output => output.Name is "last_hidden_state" or "token_embeddings" && output.Shape.Length == 3)
            ?? Array.Find(floats, output => output.Shape.Length == 3)
            ?? throw new OnnxModelException(path, $"The model {path} gives no vectors: it has the outputs {string.Join(", ", outputs)}, and last_hidden_state, token_embeddings or sentence_embedding is needed.");
    }

    /// <summary>The vector of one row of a batch.</summary>
    /// <param name="output">The model's output: rows by columns by components, or rows by components.</param>
    /// <param name="row">The row.</param>
    /// <param name="tokens">Tokens of the row; the rest is padding.</param>
    /// <param name="pooling">How tokens are pooled; null where the model pools.</param>
    /// <param name="dimensions">Components to keep.</param>
    /// <param name="normalize">Whether to give it length 1.</param>
    public static float[] Pool(OnnxOutput output, int row, int tokens, TokenPooling? pooling, int dimensions, bool normalize)
    {
        int columns = pooling is null ? 1 : output.Shape[1], width = output.Shape[^1];
        ReadOnlySpan<float> values = output.Values.AsSpan(row * columns * width, columns * width);
        float[] vector = new float[dimensions];
        switch (pooling)
        {
            case TokenPooling.Mean:
                double[] sums = new double[dimensions];
                for (int token = 0; token < tokens; token++)
                {
                    ReadOnlySpan<float> one = values.Slice(token * width, dimensions);
                    for (int i = 0; i < one.Length; i++)
                    {
                        sums[i] += one[i];
                    }
                }

                for (int i = 0; i < dimensions; i++)
                {
                    vector[i] = (float)(sums[i] / tokens);
                }

                break;
            default:
                values.Slice((pooling == TokenPooling.Last ? tokens - 1 : 0) * width, dimensions).CopyTo(vector);
                break;
        }

        return normalize ? Normalize(vector) : vector;
    }

    /// <summary>The mean of the vectors of the parts of a text, by their tokens.</summary>
    public static float[] Join(ReadOnlySpan<float[]> vectors, IReadOnlyList<HubToken>[] parts, bool normalize)
    {
        if (vectors.Length == 1)
        {
            return vectors[0];
        }

        float[] joined = new float[vectors[0].Length];
        float total = parts.Sum(part => part.Count);
        for (int part = 0; part < vectors.Length; part++)
        {
            float share = parts[part].Count / total;
            for (int i = 0; i < joined.Length; i++)
            {
                joined[i] += share * vectors[part][i];
            }
        }

        return normalize ? Normalize(joined) : joined;
    }

    private static float[] Normalize(float[] vector)
    {
        double sum = 0;
        foreach (float value in vector)
        {
            sum += (double)value * value;
        }

        if (sum > 0)
        {
            float scale = (float)(1 / Math.Sqrt(sum));
            foreach (ref float value in vector.AsSpan())
            {
                value *= scale;
            }
        }

        return vector;
    }
}
