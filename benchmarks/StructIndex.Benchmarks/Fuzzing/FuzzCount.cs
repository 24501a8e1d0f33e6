using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>What one target has come to.</summary>
internal readonly record struct FuzzCount(long Executions, double Seconds, long Kept, long Edges, long Findings, double SlowestMilliseconds)
{
    /// <summary>As one line of numbers.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Executions} {Seconds} {Kept} {Edges} {Findings} {SlowestMilliseconds}");

    /// <summary>Reads such a line.</summary>
    public static FuzzCount Parse(string line)
    {
        double[] numbers = [.. line.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
        return new FuzzCount((long)numbers[0], numbers[1], (long)numbers[2], (long)numbers[3], (long)numbers[4], numbers[5]);
    }
}
