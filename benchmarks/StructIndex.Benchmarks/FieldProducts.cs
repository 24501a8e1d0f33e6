using System.Numerics.Tensors;

namespace StructIndex.Benchmarks;

/// <summary>
/// What cosines of units are made of, apart for each field: with the products of field vectors with each other and with a query, the cosine under any
/// field weights w is (w.q) / sqrt(w G w). So weights can be tried without embedding anything again.
/// </summary>
internal sealed class FieldProducts
{
    private const int Fields = 6;
    private static readonly UnitField[] s_order = [UnitField.Name, UnitField.Container, UnitField.Path, UnitField.Signature, UnitField.Documentation, UnitField.Body];

    private readonly int[] _rowStarts;
    private readonly float[] _grams;
    private readonly float[][] _queries;
    private readonly int[][] _words;
    private readonly WordMatch[] _matches;

    public FieldProducts(StaticEmbeddingModel model, IReadOnlyList<ProbeUnit> units, IReadOnlyList<string> queries)
    {
        UnitFields[][] rows = [.. units.Select(u => u.Rows.ToArray())];
        _rowStarts = [0, .. rows.Select(static (r, _) => r.Length)];
        for (int i = 1; i < _rowStarts.Length; i++)
        {
            _rowStarts[i] += _rowStarts[i - 1];
        }

        int count = _rowStarts[^1], dimensions = model.Dimensions;
        float[] asked = new float[queries.Count * dimensions];
        for (int q = 0; q < queries.Count; q++)
        {
            model.EmbedQuery(queries[q], asked.AsSpan(q * dimensions, dimensions));
        }

        _words = [.. units.Select(u => model.RowsOf(u.Fields))];
        _matches = [.. queries.Select(q => WordMatch.Of(model, q, LexicalQuery.IsStopWord))];
        _grams = new float[count * Fields * Fields];
        _queries = [.. queries.Select(_ => new float[count * Fields])];
        Parallel.For(0, rows.Length, () => (Pooler: new FieldPooler(model), Vectors: new float[Fields * dimensions]), (unit, _, state) =>
        {
            for (int i = 0; i < rows[unit].Length; i++)
            {
                Embed(state.Pooler, rows[unit][i], state.Vectors, dimensions);
                int row = _rowStarts[unit] + i;
                for (int f = 0; f < Fields; f++)
                {
                    ReadOnlySpan<float> own = state.Vectors.AsSpan(f * dimensions, dimensions);
                    for (int g = 0; g <= f; g++)
                    {
                        float product = TensorPrimitives.Dot(own, state.Vectors.AsSpan(g * dimensions, dimensions));
                        _grams[(row * Fields * Fields) + (f * Fields) + g] = product;
                        _grams[(row * Fields * Fields) + (g * Fields) + f] = product;
                    }

                    for (int q = 0; q < _queries.Length; q++)
                    {
                        _queries[q][(row * Fields) + f] = TensorPrimitives.Dot(own, asked.AsSpan(q * dimensions, dimensions));
                    }
                }
            }

            return state;
        }, _ => { });
    }

    public int Units => _rowStarts.Length - 1;

    /// <summary>Lengths of the units' rows under the weights, to be shared by the queries.</summary>
    public float[] Lengths(FieldWeights weights)
    {
        float[] w = Array(weights);
        float[] lengths = new float[_rowStarts[^1]];
        Parallel.For(0, lengths.Length, row =>
        {
            float sum = 0;
            for (int f = 0; f < Fields; f++)
            {
                sum += w[f] * TensorPrimitives.Dot<float>(w, _grams.AsSpan((row * Fields * Fields) + (f * Fields), Fields));
            }

            lengths[row] = sum > 0 ? MathF.Sqrt(sum) : float.PositiveInfinity;
        });
        return lengths;
    }

    /// <summary>The cosine of each unit with a query: that of its best row.</summary>
    public void Cosines(int query, FieldWeights weights, float[] lengths, Span<float> cosines)
    {
        float[] w = Array(weights), products = _queries[query];
        for (int unit = 0; unit < Units; unit++)
        {
            float best = float.MinValue;
            for (int row = _rowStarts[unit]; row < _rowStarts[unit + 1]; row++)
            {
                float sum = 0;
                for (int f = 0; f < Fields; f++)
                {
                    sum += w[f] * products[(row * Fields) + f];
                }

                best = Math.Max(best, sum / lengths[row]);
            }

            cosines[unit] = best;
        }
    }

    /// <summary>Adds the word match to the cosines of a query (<see cref="WordMatchStep"/>).</summary>
    public void AddWordMatch(int query, Span<float> cosines) => WordMatchStep.Add(_matches[query], unit => _words[unit], cosines);

    private static float[] Array(FieldWeights w) => [w.Name, w.Container, w.Path, w.Signature, w.Documentation, w.Body];

    private static void Embed(FieldPooler pooler, in UnitFields fields, float[] vectors, int dimensions)
    {
        System.Array.Clear(vectors);
        for (int f = 0; f < Fields; f++)
        {
            pooler.Words.Take(s_order[f], fields, fields.Body);
            pooler.AddField(s_order[f], 1, vectors.AsSpan(f * dimensions, dimensions));
        }
    }
}
