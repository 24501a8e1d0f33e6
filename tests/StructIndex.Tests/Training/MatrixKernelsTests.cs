namespace StructIndex.Tests;

public unsafe class MatrixKernelsTests
{
    [Theory]
    [InlineData(1, 16, 16)]
    [InlineData(7, 300, 32)]
    [InlineData(33, 64, 48)]
    [InlineData(4, 1000, 16)]
    public void A_product_agrees_with_sums_in_double_precision(int rows, int inner, int columns)
    {
        float[] a = Random(rows * inner, 1), b = Random(inner * columns, 2), c = Random(rows * columns, 3);
        float* scratch = stackalloc float[MatrixKernels.ScratchFloats];
        fixed (float* pa = a, pb = b, pc = c)
        {
            // In two blocks, as two threads would.
            MatrixKernels.Multiply(pa, inner, 1, pb, pc, 0, rows / 2, inner, columns, scratch);
            MatrixKernels.Multiply(pa, inner, 1, pb, pc, rows / 2, rows, inner, columns, scratch);
        }

        AssertProduct((i, k) => a[(i * inner) + k], b, c, rows, inner, columns);
    }

    [Fact]
    public void A_transposed_matrix_is_read_in_place()
    {
        const int Rows = 21, Inner = 40, Columns = 16;
        float[] a = Random(Inner * Rows, 4), b = Random(Inner * Columns, 5), c = new float[Rows * Columns];
        float* scratch = stackalloc float[MatrixKernels.ScratchFloats];
        fixed (float* pa = a, pb = b, pc = c)
        {
            MatrixKernels.Multiply(pa, 1, Rows, pb, pc, 0, Rows, Inner, Columns, scratch);
        }

        AssertProduct((i, k) => a[(k * Rows) + i], b, c, Rows, Inner, Columns);
    }

    [Fact]
    public void Transposing_swaps_rows_and_columns()
    {
        const int Rows = 13, Columns = 64;
        float[] source = Random(Rows * Columns, 6), target = new float[Rows * Columns];
        fixed (float* from = source, to = target)
        {
            MatrixKernels.Transpose(from, to, Rows, Columns, 0, Columns);
        }

        for (int i = 0; i < source.Length; i++)
        {
            Assert.Equal(source[i], target[(i % Columns * Rows) + (i / Columns)]);
        }
    }

    [Fact]
    public void A_sum_of_rows_agrees_with_sums_in_double_precision()
    {
        const int Dimensions = 128, Rows = 9;
        float[] table = Random(Rows * Dimensions, 7), sum = new float[Dimensions];
        int[] rows = [3, 3, 8, 0];
        float[] weights = [.5f, -1, 2, .25f];
        fixed (float* t = table, w = weights, s = sum)
        fixed (int* r = rows)
        {
            RowKernels.Sum(t, Dimensions, r, w, rows.Length, s);
        }

        for (int i = 0; i < Dimensions; i++)
        {
            double expected = rows.Zip(weights, (row, weight) => (double)weight * table[(row * Dimensions) + i]).Sum();
            Assert.Equal(expected, sum[i], 1e-5);
        }
    }

    [Fact]
    public void The_gradient_through_a_normalised_vector_agrees_with_differences()
    {
        const int Dimensions = 64;
        float[] raw = Random(Dimensions, 8), target = Random(Dimensions, 9), unit = [.. raw], gradient = [.. target];
        float length;
        fixed (float* u = unit, g = gradient)
        {
            length = RowKernels.Normalize(u, Dimensions);
            RowKernels.BackThroughNormalize(g, u, length, Dimensions);
        }

        double Value(double[] x) => x.Zip(target, (a, b) => a * b).Sum() / Math.Sqrt(x.Sum(a => a * a));
        for (int i = 0; i < Dimensions; i++)
        {
            double[] up = [.. raw.Select(v => (double)v)], down = [.. up];
            up[i] += 1e-4;
            down[i] -= 1e-4;
            Assert.Equal((Value(up) - Value(down)) / 2e-4, gradient[i], 1e-4);
        }
    }

    private static float[] Random(int count, ulong seed)
    {
        RandomStream random = new(seed, 0);
        float[] values = new float[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = (float)random.NextNormal();
        }

        return values;
    }

    private static void AssertProduct(Func<int, int, float> a, float[] b, float[] c, int rows, int inner, int columns)
    {
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                double expected = Enumerable.Range(0, inner).Sum(k => (double)a(i, k) * b[(k * columns) + j]);
                Assert.Equal(expected, c[(i * columns) + j], 1e-3);
            }
        }
    }
}
