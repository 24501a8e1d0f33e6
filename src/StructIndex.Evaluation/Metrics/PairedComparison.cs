namespace StructIndex;

/// <summary>Two runs on the same queries: the mean difference, and how easily chance alone would give one as large.</summary>
/// <param name="MeanDifference">Mean of first minus second.</param>
/// <param name="PValue">Two-sided p value, above 0 and at most 1.</param>
public readonly record struct PairedComparison(double MeanDifference, double PValue)
{
    private const int Shuffles = 10_000;
    private const int Seed = 17;

    /// <summary>
    /// Fisher's paired randomisation test by 10,000 random exchanges (Smucker, Allan and Carterette 2007); the same for the same values.
    /// </summary>
    /// <param name="first">Values of the first run, one a query.</param>
    /// <param name="second">Values of the second run, in the same order.</param>
    /// <exception cref="ArgumentException">The runs are of different lengths.</exception>
    public static PairedComparison Randomisation(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Count != second.Count)
        {
            throw new ArgumentException($"The runs must be of the same queries: {first.Count} and {second.Count} values.", nameof(second));
        }

        // Queries on which both are equal change no sum, whichever way they are exchanged.
        double[] differences = [.. first.Zip(second, (a, b) => a - b).Where(difference => difference != 0)];
        double observed = Math.Abs(differences.Sum());
        Random random = new(Seed);
        int asLarge = 0;
        for (int shuffle = 0; shuffle < Shuffles; shuffle++)
        {
            double sum = 0;
            foreach (double difference in differences)
            {
                sum += random.Next(2) == 0 ? difference : -difference;
            }

            asLarge += Math.Abs(sum) >= observed - 1e-12 ? 1 : 0;
        }

        return new PairedComparison(first.Count == 0 ? 0 : differences.Sum() / first.Count, (asLarge + 1.0) / (Shuffles + 1));
    }
}
