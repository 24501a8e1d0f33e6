namespace StructIndex;

/// <summary>A mean with its 95 % interval.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public readonly record struct ConfidenceInterval(double Mean, double Low, double High)
{
    private const int Resamples = 2000;
    private const int Seed = 17;

    /// <summary>The mean and its percentile bootstrap interval (Efron 1979) from 2,000 resamples; the same for the same values.</summary>
    /// <param name="values">The values, one a query; empty gives zeros.</param>
    public static ConfidenceInterval Bootstrap(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0)
        {
            return default;
        }

        double[] drawn = [.. values];
        Random random = new(Seed);
        double[] means = new double[Resamples];
        for (int sample = 0; sample < Resamples; sample++)
        {
            double sum = 0;
            for (int draw = 0; draw < drawn.Length; draw++)
            {
                sum += drawn[random.Next(drawn.Length)];
            }

            means[sample] = sum / drawn.Length;
        }

        Array.Sort(means);
        return new ConfidenceInterval(drawn.Average(), means[Resamples / 40], means[^(Resamples / 40)]);
    }
}
