namespace StructIndex;

/// <summary>Pools the words of pairs to vectors with a model under training.</summary>
internal sealed unsafe class PairEmbedder(TrainingSet set, ModelState state)
{
    /// <summary>Most entries of one field; the encoder cuts what is longer.</summary>
    public const int MaxEntries = 1024;

    /// <summary>The code of a pair: its field vectors, and their weighted sum scaled to length 1.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="fieldCount">5, or 6 with the rest of the documentation.</param>
    /// <param name="fields">Receives 6 vectors, not scaled; zeros for a field that does not count.</param>
    /// <param name="vector">Receives the vector.</param>
    /// <returns>The length before scaling.</returns>
    public float Code(int pair, int fieldCount, float* fields, float* vector)
    {
        int dimensions = state.Dimensions;
        int* rows = stackalloc int[MaxEntries];
        float* weights = stackalloc float[MaxEntries];
        new Span<float>(vector, dimensions).Clear();
        fixed (float* table = state.Table)
        {
            for (int field = 0; field < TrainingSet.Fields; field++)
            {
                int start = set.CodeStarts[(pair * TrainingSet.Fields) + field];
                int count = set.CodeStarts[(pair * TrainingSet.Fields) + field + 1] - start;
                count = field < fieldCount ? count : 0;
                for (int i = 0; i < count; i++)
                {
                    int row = set.CodeRows[start + i];
                    rows[i] = row;
                    weights[i] = set.CodeWeights[start + i] * state.Scalars[state.ScalarAt(field, row)] / TrainingSet.WeightUnit;
                }

                float* to = fields + (field * dimensions);
                RowKernels.Sum(table, dimensions, rows, weights, count, to);
                RowKernels.Add(vector, to, state.FieldWeights[field], dimensions);
            }
        }

        return RowKernels.Normalize(vector, dimensions);
    }

    /// <summary>A query of the given rows and weights, scaled to length 1; returns the length before.</summary>
    public float Query(ReadOnlySpan<int> rows, ReadOnlySpan<float> weights, float* vector)
    {
        float* scaled = stackalloc float[QueryMaker.MaxEntries];
        for (int i = 0; i < rows.Length; i++)
        {
            scaled[i] = weights[i] * state.Scalars[state.ScalarAt(TrainingSet.Fields, rows[i])];
        }

        fixed (float* table = state.Table)
        fixed (int* at = rows)
        {
            RowKernels.Sum(table, state.Dimensions, at, scaled, rows.Length, vector);
        }

        return RowKernels.Normalize(vector, state.Dimensions);
    }
}
