using System.Numerics.Tensors;

namespace StructIndex.Benchmarks;

/// <summary>The directions along which most of weighted rows lies, by orthogonal iteration on their matrix of second moments (Golub and Van Loan, Matrix Computations, 8.2.4).</summary>
internal static class PrincipalDirections
{
    private const int Iterations = 40;

    // Sums of many products are kept in double, a block of rows at a time.
    private const int RowsOfABlock = 256;

    public static float[][] Of(float[][] rows, double[] weights, int count)
    {
        double[][] moments = Moments(rows, weights);
        RandomStream random = new(1, 0);
        double[][] directions = [.. Enumerable.Range(0, count).Select(_ => new double[moments.Length])];
        foreach (double[] direction in directions)
        {
            for (int i = 0; i < direction.Length; i++)
            {
                direction[i] = random.NextNormal();
            }
        }

        for (int iteration = 0; iteration < Iterations; iteration++)
        {
            Parallel.For(0, count, d => directions[d] = [.. moments.Select(row => TensorPrimitives.Dot<double>(row, directions[d]))]);
            Orthonormalize(directions);
        }

        return [.. directions.Select(direction => direction.Select(x => (float)x).ToArray())];
    }

    private static double[][] Moments(float[][] rows, double[] weights)
    {
        int dimensions = rows[0].Length;
        double[][] moments = [.. Enumerable.Range(0, dimensions).Select(_ => new double[dimensions])];
        Parallel.For(0, dimensions, i =>
        {
            float[] block = new float[dimensions];
            for (int row = 0; row < rows.Length; row++)
            {
                TensorPrimitives.MultiplyAdd(rows[row], (float)(weights[row] * rows[row][i]), block, block);
                if (row % RowsOfABlock == RowsOfABlock - 1 || row == rows.Length - 1)
                {
                    for (int j = 0; j < dimensions; j++)
                    {
                        moments[i][j] += block[j];
                    }

                    Array.Clear(block);
                }
            }
        });
        return moments;
    }

    private static void Orthonormalize(double[][] directions)
    {
        for (int d = 0; d < directions.Length; d++)
        {
            Span<double> own = directions[d];
            for (int before = 0; before < d; before++)
            {
                TensorPrimitives.MultiplyAdd(directions[before], -TensorPrimitives.Dot<double>(own, directions[before]), own, own);
            }

            TensorPrimitives.Divide(own, TensorPrimitives.Norm<double>(own), own);
        }
    }
}
