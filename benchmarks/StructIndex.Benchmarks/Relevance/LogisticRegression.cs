namespace StructIndex.Benchmarks;

/// <summary>Weighted logistic regression with an L2 penalty, by Newton's method over standardised features.</summary>
internal static class LogisticRegression
{
    private const int MaxSteps = 30;
    private const double Enough = 1e-8;

    /// <summary>Fits the weights of the raw features; the last one is the constant, which is not penalised.</summary>
    public static double[] Fit(IReadOnlyList<FittingRow> rows, double penalty)
    {
        int count = rows[0].Values.Length;
        (double[] means, double[] deviations) = Standardise(rows, count);
        double total = rows.Sum(row => row.Weight);
        double[] weights = new double[count + 1];
        for (int step = 0; step < MaxSteps; step++)
        {
            double[] gradient = new double[count + 1];
            double[,] hessian = new double[count + 1, count + 1];
            double[] x = new double[count + 1];
            x[count] = 1;
            foreach (FittingRow row in rows)
            {
                double z = weights[count];
                for (int i = 0; i < count; i++)
                {
                    x[i] = (row.Values[i] - means[i]) / deviations[i];
                    z += weights[i] * x[i];
                }

                double p = 1 / (1 + Math.Exp(-z)), share = row.Weight / total;
                double slope = share * (p - (row.Positive ? 1 : 0)), curve = share * p * (1 - p);
                for (int i = 0; i <= count; i++)
                {
                    gradient[i] += slope * x[i];
                    for (int j = 0; j <= i; j++)
                    {
                        hessian[i, j] += curve * x[i] * x[j];
                    }
                }
            }

            for (int i = 0; i < count; i++)
            {
                gradient[i] += penalty * weights[i];
                hessian[i, i] += penalty;
            }

            hessian[count, count] += 1e-9;
            double[] change = Cholesky.Solve(hessian, gradient);
            for (int i = 0; i <= count; i++)
            {
                weights[i] -= change[i];
            }

            if (change.Max(Math.Abs) < Enough)
            {
                break;
            }
        }

        double[] raw = new double[count + 1];
        raw[count] = weights[count];
        for (int i = 0; i < count; i++)
        {
            raw[i] = weights[i] / deviations[i];
            raw[count] -= raw[i] * means[i];
        }

        return raw;
    }

    /// <summary>The probability that weights give to values.</summary>
    public static double Probability(ReadOnlySpan<double> weights, ReadOnlySpan<double> values)
    {
        double z = weights[^1];
        for (int i = 0; i < values.Length; i++)
        {
            z += weights[i] * values[i];
        }

        return 1 / (1 + Math.Exp(-z));
    }

    private static (double[] Means, double[] Deviations) Standardise(IReadOnlyList<FittingRow> rows, int count)
    {
        double[] means = new double[count], deviations = new double[count];
        double total = rows.Sum(row => row.Weight);
        for (int i = 0; i < count; i++)
        {
            means[i] = rows.Sum(row => row.Weight * row.Values[i]) / total;
            double variance = rows.Sum(row => row.Weight * (row.Values[i] - means[i]) * (row.Values[i] - means[i])) / total;

            // A feature that never varies gets a weight of 0 by the penalty.
            deviations[i] = variance > 1e-12 ? Math.Sqrt(variance) : 1e6;
        }

        return (means, deviations);
    }
}
