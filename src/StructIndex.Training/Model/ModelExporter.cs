using System.Numerics.Tensors;

namespace StructIndex;

/// <summary>
/// Turns a trained state into the file of <see cref="StaticEmbeddingModel"/>: the scalars folded into the rows, rows as signed bytes with
/// one scale each.
/// </summary>
internal static class ModelExporter
{
    private const float MaxComponent = 127;

    // Where training keeps the scalars of each field of the file.
    private static readonly int[] s_places = [0, 1, 2, 3, 5, 4, 6];

    /// <summary>Writes the model.</summary>
    public static void Write(Stream to, string name, Vocabulary vocabulary, ModelState state, FieldWeights weights)
    {
        int dimensions = state.Dimensions;
        int sets = state.HasFieldScalars ? s_places.Length : 1;
        float[] scales = new float[sets * state.Rows];
        sbyte[] table = new sbyte[state.Rows * dimensions];
        for (int row = 0; row < state.Rows; row++)
        {
            ReadOnlySpan<float> values = state.Table.AsSpan(row * dimensions, dimensions);
            float step = TensorPrimitives.MaxMagnitude(values) is var largest && largest != 0 ? MathF.Abs(largest) / MaxComponent : 1;
            for (int i = 0; i < dimensions; i++)
            {
                table[(row * dimensions) + i] = (sbyte)MathF.Round(values[i] / step);
            }

            for (int set = 0; set < sets; set++)
            {
                // A word that was never seen in a documentation field is worth there what it is worth in a query, which is prose too.
                int at = state.ScalarAt(s_places[set], row);
                bool unseen = set == (int)UnitField.Documentation && state.ScalarSquares[at] == 0;
                scales[(set * state.Rows) + row] = step * state.Scalars[unseen ? state.ScalarAt(TrainingSet.Fields, row) : at];
            }
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

    /// <summary>
    /// Sets the vectors of a state to those of a finished model as they are in a query; a word that it lacks gets the sum that the model
    /// would make of its pieces.
    /// </summary>
    /// <exception cref="ArgumentException">The model has other dimensions.</exception>
    public static void Begin(ModelState state, Vocabulary vocabulary, StaticEmbeddingModel from)
    {
        if (from.Dimensions != state.Dimensions)
        {
            throw new ArgumentException($"The initial model has {from.Dimensions} dimensions, the new one {state.Dimensions}.", nameof(from));
        }

        int dimensions = state.Dimensions;
        ModelState known = new(state.Rows, dimensions);
        Add(known, vocabulary, from);
        for (int row = 0; row < state.Rows; row++)
        {
            Span<float> values = known.Table.AsSpan(row * dimensions, dimensions);
            if (values.ContainsAnyExcept(0))
            {
                TensorPrimitives.Divide(values, state.Scalars[state.ScalarAt(TrainingSet.Fields, row)], state.Table.AsSpan(row * dimensions, dimensions));
            }
        }
    }

    /// <summary>
    /// Adds the vectors of a finished model as they are in a query; of a word that it lacks the sum that it would make of the pieces.
    /// </summary>
    public static unsafe void Add(ModelState state, Vocabulary vocabulary, StaticEmbeddingModel from)
    {
        Span<byte> word = stackalloc byte[Token.MaxLength];
        for (int row = 0; row < state.Rows; row++)
        {
            Token token = vocabulary.Word(row);
            int known = from.Vocabulary.Find(token);
            int[] pieces = known >= 0 ? [known] : from.Segmenter.Segment(word[..token.CopyTo(word)]);
            fixed (float* to = &state.Table[row * state.Dimensions])
            {
                foreach (int piece in pieces)
                {
                    from.AddRow(piece, UnitField.Query, 1 / MathF.Sqrt(pieces.Length), to);
                }
            }
        }
    }

    /// <summary>A finished model as a state, so that it can be evaluated beside others.</summary>
    public static unsafe ModelState Read(StaticEmbeddingModel model, FieldWeights? weights = null)
    {
        ModelState state = new(model.Vocabulary.Count, model.Dimensions, model.HasFieldScales);
        for (int row = 0; row < state.Rows; row++)
        {
            // The scale of the query stands in the row, what the fields' differ from it by in the scalars.
            fixed (float* values = &state.Table[row * state.Dimensions])
            {
                model.AddRow(row, UnitField.Query, 1, values);
            }

            float own = model.ScaleOf(row, UnitField.Query);
            foreach (UnitField field in Enum.GetValues<UnitField>())
            {
                state.Scalars[state.ScalarAt(s_places[(int)field], row)] = own == 0 ? 0 : model.ScaleOf(row, field) / own;
            }
        }

        FieldWeights w = weights ?? model.Weights;
        ((float[])[w.Name, w.Container, w.Path, w.Signature, w.Body, w.Documentation]).CopyTo(state.FieldWeights, 0);
        return state;
    }
}
