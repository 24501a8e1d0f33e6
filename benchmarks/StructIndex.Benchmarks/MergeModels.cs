using System.Globalization;
using System.Numerics.Tensors;

namespace StructIndex.Benchmarks;

/// <summary>
/// One model out of several that were trained apart: for each word their vectors one after the other, projected on the directions along which most of it
/// lies (principal components without centring). Cosines are about the weighted mean of the models' own, so what each run learned by chance cancels out.
/// Words, counts and field weights are those of the first. Rare forms of a word then turn towards its other forms.
/// </summary>
internal static class MergeModels
{
    public const string Help = "OUT NAME DIMENSIONS MODEL=SHARE... : one model out of several that were trained apart";

    // A word weighs by a power of its count: by the count itself the commonest words would choose the directions alone.
    private const double ScalePower = .5;
    private const double ProjectionPower = .25;

    // As TrainingOptions.FamilyCount.
    private const double FamilyCount = 300;

    public static int Run(string[] arguments)
    {
        if (arguments.Length < 4)
        {
            Console.Error.WriteLine(Help);
            return 2;
        }

        int dimensions = int.Parse(arguments[2], CultureInfo.InvariantCulture);
        (StaticEmbeddingModel Model, double Share)[] parts = [.. arguments[3..].Select(a => a.Split('='))
            .Select(a => (a[0] == "shipped" ? CodeModel.Default.Model : StaticEmbeddingModel.Load(a[0]), double.Parse(a[1], CultureInfo.InvariantCulture)))];
        StaticEmbeddingModel first = parts[0].Model;
        float[][] rows = SideBySide(first.Vocabulary, parts);
        float[][] directions = PrincipalDirections.Of(rows, [.. Enumerable.Range(0, rows.Length).Select(row => Math.Pow(first.Vocabulary.CountOf(row), ProjectionPower))], dimensions);

        ModelState merged = new(rows.Length, dimensions);
        Array.Fill(merged.Scalars, 1);
        Parallel.For(0, rows.Length, row =>
        {
            for (int i = 0; i < dimensions; i++)
            {
                merged.Table[(row * dimensions) + i] = TensorPrimitives.Dot<float>(rows[row], directions[i]);
            }
        });
        WordFamilies.Blend(merged, first.Vocabulary, FamilyCount);
        using FileStream output = File.Create(arguments[0]);
        ModelExporter.Write(output, arguments[1], first.Vocabulary, merged, first.Weights);
        return 0;
    }

    // Each model is scaled, so that its share of a cosine is the given one however long its vectors are.
    private static float[][] SideBySide(Vocabulary words, (StaticEmbeddingModel Model, double Share)[] parts)
    {
        float[][] rows = [.. Enumerable.Range(0, words.Count).Select(_ => new float[parts.Sum(p => p.Model.Dimensions)])];
        int at = 0;
        foreach ((StaticEmbeddingModel model, double share) in parts)
        {
            int dimensions = model.Dimensions;
            ModelState state = new(words.Count, dimensions);
            ModelExporter.Add(state, words, model);
            (double squares, double total) = (0, 0);
            for (int row = 0; row < words.Count; row++)
            {
                double weight = Math.Pow(words.CountOf(row), ScalePower);
                squares += weight * TensorPrimitives.SumOfSquares(state.Table.AsSpan(row * dimensions, dimensions));
                total += weight;
            }

            for (int row = 0; row < words.Count; row++)
            {
                TensorPrimitives.Multiply(state.Table.AsSpan(row * dimensions, dimensions), (float)Math.Sqrt(share * total / squares), rows[row].AsSpan(at, dimensions));
            }

            at += dimensions;
        }

        return rows;
    }
}
