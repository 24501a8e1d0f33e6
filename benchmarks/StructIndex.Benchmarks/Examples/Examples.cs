using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>The generated examples: confusable siblings in several languages, and functions that only their callers and callees tell apart.</summary>
internal static class Examples
{
    public const string Help = "[--misses]: generated examples, files that differ in one word and functions that only callers and callees tell apart";

    public static async Task<int> RunAsync(string[] arguments)
    {
        Console.WriteLine("| 40 files that differ in one word | language | hit@1 search | hit@1 model alone | margin |\n|-|-|-|-|-|");
        foreach (ConfusableSiblings siblings in ConfusableSiblings.All())
        {
            SiblingScore score = await SiblingScore.MeasureAsync(siblings);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {siblings.Name} | {siblings.Language} | {score.Search:0.000} | {score.Dense:0.000} | {score.Margin:0.000} |"));
        }

        return 0;
    }
}
