using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>Prints what orders are worth, by style and by whether the question names its target.</summary>
internal static class GroupReport
{
    /// <summary>Writes a table a style.</summary>
    /// <param name="orders">Names of orders, with the scores of the same questions by each.</param>
    public static void Write(IReadOnlyList<(string Name, IReadOnlyList<GroupScore> Scores)> orders)
    {
        string[] styles = [.. orders[0].Scores.Select(score => score.Group.Style).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        foreach (string style in styles)
        {
            WritePart(style, orders, score => score.Group.Style == style);
            foreach (string named in new[] { "no", "stem", "path" })
            {
                WritePart($"{style}, named: {named}", orders, score => score.Group.Style == style && score.Group.Named == named);
            }
        }
    }

    /// <summary>A figure of some questions: each repository weighs the same.</summary>
    public static double ByRepository(IEnumerable<GroupScore> scores, Func<GroupScore, double> of) => scores.GroupBy(score => score.Group.Repository).Average(group => group.Average(of));

    private static void WritePart(string name, IReadOnlyList<(string Name, IReadOnlyList<GroupScore> Scores)> orders, Func<GroupScore, bool> isPart)
    {
        int count = orders[0].Scores.Count(isPart);
        if (count < 10)
        {
            return;
        }

        Console.WriteLine($"\n## {name}: {count} questions, {orders[0].Scores.Where(isPart).Select(score => score.Group.Repository).Distinct().Count()} repositories\n");
        Console.WriteLine("| order | nDCG@10 by repository | MRR@10 | tests struck: MRR@10 | Acc@1 | Acc@5 | Acc@10 | any@1 | any@10 |\n|-|-|-|-|-|-|-|-|-|");
        foreach ((string order, IReadOnlyList<GroupScore> all) in orders)
        {
            GroupScore[] part = [.. all.Where(isPart)];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {order} | {ByRepository(part, s => s.Ndcg(false)):0.000} | {part.Average(s => s.Mrr(false)):0.000} | {part.Average(s => s.Mrr(true)):0.000} | {part.Average(s => s.Accuracy(1, true)):0.000} | {part.Average(s => s.Accuracy(5, true)):0.000} | {part.Average(s => s.Accuracy(10, true)):0.000} | {part.Average(s => s.AnyWithin(1, true)):0.000} | {part.Average(s => s.AnyWithin(10, true)):0.000} |"));
        }
    }
}
