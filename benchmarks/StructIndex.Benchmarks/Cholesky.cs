namespace StructIndex.Benchmarks;

/// <summary>Solves the linear equations of a fit by Cholesky's decomposition.</summary>
internal static class Cholesky
{
    /// <summary>The x of a x = b.</summary>
    /// <param name="a">A positive definite matrix, of which the lower triangle is read; overwritten.</param>
    /// <param name="b">The right side.</param>
    public static double[] Solve(double[,] a, double[] b)
    {
        int n = b.Length;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = a[i, j];
                for (int k = 0; k < j; k++)
                {
                    sum -= a[i, k] * a[j, k];
                }

                a[i, j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-12)) : sum / a[j, j];
            }
        }

        double[] x = new double[n];
        for (int i = 0; i < n; i++)
        {
            x[i] = b[i];
            for (int k = 0; k < i; k++)
            {
                x[i] -= a[i, k] * x[k];
            }

            x[i] /= a[i, i];
        }

        for (int i = n - 1; i >= 0; i--)
        {
            for (int k = i + 1; k < n; k++)
            {
                x[i] -= a[k, i] * x[k];
            }

            x[i] /= a[i, i];
        }

        return x;
    }
}
