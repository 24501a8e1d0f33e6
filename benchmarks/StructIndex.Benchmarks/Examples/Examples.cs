using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>The generated examples: confusable siblings in several languages, and functions that only their callers and callees tell apart.</summary>
internal static class Examples
{
    public const string Help = "SHOP-FOLDER [--misses]: generated examples, files that differ in one word and functions that only callers and callees tell apart";

    public static async Task<int> RunAsync(string[] arguments)
    {
        await NeighboursAsync(arguments[0], misses: arguments.Contains("--misses"));
        Console.WriteLine("| 40 files that differ in one word | language | hit@1 search | hit@1 model alone | margin | answered by default |\n|-|-|-|-|-|-|");
        foreach (ConfusableSiblings siblings in ConfusableSiblings.All())
        {
            SiblingScore score = await SiblingScore.MeasureAsync(siblings);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {siblings.Name} | {siblings.Language} | {score.Search:0.000} | {score.Dense:0.000} | {score.Margin:0.000} | {score.Answered:0.000} |"));
        }

        return 0;
    }

    private static async Task NeighboursAsync(string folder, bool misses)
    {
        Console.WriteLine("| functions that only callers and callees tell apart | questions | hit@1 | hit@5 |\n|-|-|-|-|");
        foreach (bool withGraph in (bool[])[false, true])
        {
            var answers = await NeighbourQuestions.AskAsync(folder, withGraph);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {(withGraph ? "with" : "without")} the graph | {answers.Count} | {answers.Average(a => a.Rank == 1 ? 1.0 : 0):0.000} | {answers.Average(a => a.Rank is >= 1 and <= 5 ? 1.0 : 0):0.000} |"));
            foreach (var answer in answers.Where(a => misses && a.Rank != 1))
            {
                Console.WriteLine($"  {answer.Rank} {answer.Question}: {answer.Answer}, first {answer.First}");
            }
        }

        Console.WriteLine();
    }
}
