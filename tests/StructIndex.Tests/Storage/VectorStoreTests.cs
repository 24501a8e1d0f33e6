using FsCheck;
using FsCheck.Fluent;

namespace StructIndex.Tests;

public class VectorStoreTests
{
    [Theory]
    [InlineData(VectorPrecision.Float32, 1e-6)]
    [InlineData(VectorPrecision.Int8, 0.02)]
    internal void Scores_are_the_cosines_of_a_naive_sum_in_any_dimensions(VectorPrecision precision, double tolerance) =>
        Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(1, 300).Zip(Gen.Choose(0, int.MaxValue)).ToArbitrary(), input =>
        {
            Random random = new(input.Item2);
            float[][] rows = Some.Vectors(random, 1 + random.Next(30), input.Item1);
            VectorStore store = Some.Store(precision, rows);
            float[] query = Some.Vectors(random, 1, input.Item1)[0];
            float[] scores = new float[rows.Length];
            store.Score(query, scores);
            for (int i = 0; i < rows.Length; i++)
            {
                double expected = Some.Cosine(rows[i], query);
                Assert.True(Math.Abs(expected - scores[i]) <= tolerance, $"{input.Item1} dimensions: {scores[i]} for {expected}");
            }
        }));

    [Theory]
    [InlineData(VectorPrecision.Float32)]
    [InlineData(VectorPrecision.Int8)]
    internal void Zero_vectors_score_zero_on_either_side(VectorPrecision precision)
    {
        VectorStore store = Some.Store(precision, [new float[20], [.. Enumerable.Repeat(1f, 20)]]);
        float[] scores = new float[2];
        store.Score([.. Enumerable.Repeat(3f, 20)], scores);
        Assert.Equal(0, scores[0]);
        Assert.Equal(1, scores[1], 1e-4);
        store.Score(new float[20], scores);
        Assert.Equal([0f, 0f], scores);
    }

    [Theory]
    [InlineData(VectorPrecision.Float32)]
    [InlineData(VectorPrecision.Int8)]
    internal void Tiny_and_huge_vectors_keep_their_direction(VectorPrecision precision)
    {
        float[] direction = [3, -4, 0, 12];
        VectorStore store = Some.Store(precision, [[.. direction.Select(x => x * 1e-38f)], [.. direction.Select(x => x * 1e37f)]]);
        float[] scores = new float[2];
        store.Score([.. direction.Select(x => x * 1e37f)], scores);
        Assert.All(scores, s => Assert.Equal(1, s, 1e-3));
    }

    [Fact]
    public void One_step_of_a_byte_is_the_most_that_a_component_of_a_row_can_be_off()
    {
        float[] row = [.. Some.Vectors(new Random(3), 1, 256)[0]];
        VectorStore store = Some.Store(VectorPrecision.Int8, [row]);
        float[] back = new float[256];
        store.CopyRow(0, back);
        double length = Math.Sqrt(row.Sum(x => (double)x * x));
        double step = row.Max(Math.Abs) / length / 127;
        Assert.All(row.Zip(back), pair => Assert.Equal(pair.First / length, pair.Second, step));
    }

    [Fact]
    public void The_largest_integers_do_not_overflow_in_thousands_of_dimensions()
    {
        float[] ones = [.. Enumerable.Repeat(1f, 4096)];
        float[] scores = new float[1];
        Some.Store(VectorPrecision.Int8, [ones]).Score(ones, scores);
        Assert.Equal(1, scores[0], 1e-3);
    }

    [Theory]
    [InlineData(VectorPrecision.Float32)]
    [InlineData(VectorPrecision.Int8)]
    internal void Other_dimensions_and_values_that_are_not_finite_are_refused(VectorPrecision precision)
    {
        VectorStore store = Some.Store(precision, [[1, 2, 3]]);
        Assert.Equal("query", Assert.Throws<ArgumentException>(() => store.Score([1, 2], new float[1])).ParamName);
        Assert.Equal("query", Assert.Throws<ArgumentException>(() => store.Score([1, 2, float.NaN], new float[1])).ParamName);
        Assert.Equal("scores", Assert.Throws<ArgumentException>(() => store.Score([1, 2, 3], new float[2])).ParamName);
        VectorStoreBuilder builder = new(2, 3, precision);
        Assert.Equal("vector", Assert.Throws<ArgumentException>(() => builder.Set(0, [1, 2])).ParamName);
        Assert.Equal("vector", Assert.Throws<ArgumentException>(() => builder.Set(0, [1, float.PositiveInfinity, 2])).ParamName);
        Assert.Equal("row", Assert.Throws<ArgumentOutOfRangeException>(() => builder.Set(2, [1, 2, 3])).ParamName);
        builder.Build();
        Assert.Throws<ObjectDisposedException>(() => builder.Set(0, [1, 2, 3]));
    }

    [Fact]
    public void An_empty_store_scores_nothing()
    {
        VectorStore store = Some.Store(VectorPrecision.Int8, [], 8);
        store.Score(new float[8], []);
        Assert.Equal(VectorPrecision.Int8, store.Precision);
    }

    private static class Some
    {
        public static float[][] Vectors(Random random, int count, int dimensions) =>
            [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, dimensions).Select(_ => (float)(random.NextDouble() - .5)).ToArray())];

        public static VectorStore Store(VectorPrecision precision, float[][] rows, int dimensions = 0)
        {
            VectorStoreBuilder builder = new(rows.Length, dimensions > 0 ? dimensions : rows[0].Length, precision);
            for (int i = 0; i < rows.Length; i++)
            {
                builder.Set(i, rows[i]);
            }

            return builder.Build();
        }

        public static double Cosine(float[] a, float[] b)
        {
            double dot = 0, aa = 0, bb = 0;
            for (int i = 0; i < a.Length; i++)
            {
                dot += (double)a[i] * b[i];
                aa += (double)a[i] * a[i];
                bb += (double)b[i] * b[i];
            }

            return dot / Math.Sqrt(aa * bb);
        }
    }
}
