using System.Globalization;
using System.Reflection;

namespace StructIndex.Benchmarks;

/// <summary>Trains a model with any option changed by name.</summary>
internal static class TrainModel
{
    public static int Run(string[] arguments)
    {
        if (arguments.Length < 2)
        {
            Console.Error.WriteLine("usage: train-model CORPUS MODEL [Option=value]...");
            return 2;
        }

        TrainingOptions options = new();
        foreach (string argument in arguments[2..])
        {
            string[] pair = argument.Split('=', 2);
            PropertyInfo property = typeof(TrainingOptions).GetProperty(pair[0]) ?? throw new ArgumentException($"There is no option {pair[0]}.");
            object value = property.PropertyType == typeof(FieldWeights) || property.PropertyType == typeof(FieldWeights?)
                ? Weights(pair[1])
                : Convert.ChangeType(pair[1], property.PropertyType, CultureInfo.InvariantCulture);
            property.SetValue(options, value);
        }

        TrainingResult result = ModelTrainer.Train(arguments[0], arguments[1], options, new Progress());
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Pairs} pairs, {result.Words} words, {result.Duration.TotalSeconds:F0} s, dev MRR@10 {result.DevelopmentMrr:F4} (int8 {result.ExportedMrr:F4}), learned {result.LearnedWeights}, {new FileInfo(arguments[1]).Length} bytes"));
        return 0;
    }

    public static FieldWeights Weights(string text)
    {
        float[] w = [.. text.Split(',').Select(x => float.Parse(x, CultureInfo.InvariantCulture))];
        return new FieldWeights(w[0], w[1], w[2], w[3], w[4], w[5]);
    }

    private sealed class Progress : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"epoch {value.Epoch} step {value.Step}/{value.Steps} loss {value.Loss:F3} {value.PairsPerSecond:F0} pairs/s{(value.DevelopmentMrr is double mrr ? $" dev MRR@10 {mrr:F4}" : "")}"));
    }
}
