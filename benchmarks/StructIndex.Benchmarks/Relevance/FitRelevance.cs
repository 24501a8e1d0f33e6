using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>Fits the constants of relevance on the evidence of styled questions, and says how well they abstain and how well the probabilities fit on repositories left out.</summary>
internal static class FitRelevance
{
    public const string Help = "--evidence DIR [--folds 5] [--words] [--features]: fit the constants of relevance on the evidence of styled questions (read-evidence), leaving repositories out";

    private const double AnswerPenalty = 1e-3;
    private const double HitPenalty = 1e-4;

    public static Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        List<AskedQuestion> asked = ReadEvidence.Load(options.Get("evidence"));
        int folds = int.Parse(options.Find("folds") ?? "5", CultureInfo.InvariantCulture);
        RelevanceFigures figures = new(asked, hasDense: !arguments.Contains("--words"));
        Dictionary<AskedQuestion, double> weights = QuestionWeights.Of(asked);
        Dictionary<AskedQuestion, double> answerable = LeaveOut(asked, folds, fit => FitAnswerable(fit, weights), Answerable);
        Dictionary<AskedQuestion, double[]> hits = LeaveOut(asked, folds, fit => FitHits(fit, weights, answerable), (fitted, one) => Array.ConvertAll(one.Hits, hit => Math.Min(answerable[one], LogisticRegression.Probability(fitted, one.ValuesOf(hit, answerable[one])))));
        Console.WriteLine($"{asked.Count(one => one.HasAnswer)} questions with an answer and {asked.Count(one => !one.HasAnswer)} without, {asked.Select(one => one.Package).Distinct().Count()} repositories, {folds} folds of them\n");
        figures.WriteAbstention(answerable);
        figures.WriteCalibration(answerable, hits);
        if (arguments.Contains("--features"))
        {
            WriteFeatures(asked, folds, weights, figures);
        }

        Console.WriteLine($"\nAnswerable => [{Row(FitAnswerable(asked, weights))}];\nHit => [{Row(FitHits(asked, weights, answerable))}];");
        return Task.FromResult(0);
    }

    // Where no unit holds a word of the question nothing is answered, whatever the weights.
    private static double Answerable(double[] weights, AskedQuestion one) => one.Evidence is null ? 0 : LogisticRegression.Probability(weights, Array.ConvertAll(one.Evidence, value => (double)value));

    private static Dictionary<AskedQuestion, T> LeaveOut<T>(List<AskedQuestion> asked, int folds, Func<List<AskedQuestion>, double[]> fit, Func<double[], AskedQuestion, T> apply)
    {
        Dictionary<AskedQuestion, T> scored = new(ReferenceEqualityComparer.Instance);
        foreach (IGrouping<int, AskedQuestion> fold in asked.GroupBy(one => (int)((StableHash.Of(one.Package) >> 33) % (ulong)folds)))
        {
            double[] fitted = fit([.. asked.Except(fold, (IEqualityComparer<AskedQuestion>)ReferenceEqualityComparer.Instance)]);
            foreach (AskedQuestion one in fold)
            {
                scored[one] = apply(fitted, one);
            }
        }

        return scored;
    }

    private static double[] FitAnswerable(List<AskedQuestion> asked, Dictionary<AskedQuestion, double> weights, int without = -1) => LogisticRegression.Fit(
        [.. asked.Where(one => one.Evidence is not null && weights[one] > 0).Select(one => new FittingRow([.. one.Evidence!.Select((value, at) => at == without ? 0 : (double)value)], one.HasAnswer, weights[one]))], AnswerPenalty);

    // On questions that have an answer. What the first factor says of those without counts by its log odds.
    private static double[] FitHits(List<AskedQuestion> asked, Dictionary<AskedQuestion, double> weights, Dictionary<AskedQuestion, double> answerable) => LogisticRegression.Fit(
        [.. asked.Where(one => one.HasAnswer).SelectMany(one => one.Hits.Zip(one.Right, (hit, right) => new FittingRow(one.ValuesOf(hit, answerable[one]), right, weights[one])))], HitPenalty);

    private static void WriteFeatures(List<AskedQuestion> asked, int folds, Dictionary<AskedQuestion, double> weights, RelevanceFigures figures)
    {
        Console.WriteLine("\n| feature left out | area, mean of the styles |\n|-|-|");
        foreach (int feature in Enumerable.Range(-1, AnswerabilityFeatures.Count + 1))
        {
            Dictionary<AskedQuestion, double> scored = LeaveOut(asked, folds, fit => FitAnswerable(fit, weights, feature), Answerable);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {(feature < 0 ? "none" : (AnswerabilityFeature)feature)} | {figures.Area(scored):0.0000} |"));
        }
    }

    private static string Row(double[] weights) => string.Join(", ", weights.Select(weight => weight.ToString("0.####", CultureInfo.InvariantCulture)));
}
