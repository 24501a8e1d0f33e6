using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>
/// Fits the constants of relevance on a development set, leaving one repository out at a time: how many questions without an answer are refused where
/// a share of the repositories' own is, and how well the probabilities fit.
/// </summary>
internal static class FitRelevance
{
    public const string Help = "--eval DIR --sources DIR --questions DIR --cache DIR [--refused 0.05] [--words]: fit the constants of relevance, and say how well they abstain";

    private const double AnswerPenalty = 1e-3;
    private const double HitPenalty = 1e-4;

    public static async Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        double refused = double.Parse(options.Find("refused") ?? "0.05", CultureInfo.InvariantCulture);
        DevelopmentSet set = DevelopmentSet.Load(options.Get("eval"), options.Get("sources"));
        bool words = arguments.Contains("--words");
        List<AskedQuestion> asked = await RelevanceData.AskAsync(set, options.Get("questions"), options.Get("cache"), words);

        Dictionary<AskedQuestion, double> answerable = LeaveOneOut(asked, fit => FitAnswerable(fit), (weights, question) => Answerable(weights, question));
        double threshold = RelevanceFigures.Threshold(asked, answerable, refused);
        Console.WriteLine($"# Answerable, leaving one repository out{(words ? ", words alone" : "")}");
        RelevanceFigures.WriteAbstention(asked, answerable, threshold);

        Dictionary<AskedQuestion, double[]> hits = LeaveOneOut(asked, fit => FitHits(fit), (weights, question) => question.Hits.Select(hit => LogisticRegression.Probability(weights, hit.Values)).ToArray());
        Console.WriteLine("\n# Relevance of hits, leaving one repository out");
        RelevanceFigures.WriteCalibration(asked, answerable, hits);

        double[] shipped = FitAnswerable(asked), shippedHits = FitHits(asked);
        Dictionary<AskedQuestion, double> all = asked.ToDictionary(question => question, question => Answerable(shipped, question));
        Console.WriteLine("\n# Fitted on all, measured on the same");
        RelevanceFigures.WriteAbstention(asked, all, RelevanceFigures.Threshold(asked, all, refused));
        Console.WriteLine("\n# Each feature alone, and all but it");
        WriteFeatures(asked, refused);
        Console.WriteLine("\n# Constants");
        Console.WriteLine($"Answerable{(words ? "ByWords" : "")} => [{Row(shipped)}];");
        Console.WriteLine($"Hit{(words ? "ByWords" : "")} => [{Row(shippedHits)}];");
        return 0;
    }

    private static double Answerable(double[] weights, AskedQuestion question) => question.Evidence is null ? 0 : LogisticRegression.Probability(weights, question.Evidence);

    private static Dictionary<AskedQuestion, T> LeaveOneOut<T>(List<AskedQuestion> asked, Func<List<AskedQuestion>, double[]> fit, Func<double[], AskedQuestion, T> apply)
    {
        Dictionary<AskedQuestion, T> scored = [];
        foreach (IGrouping<string, AskedQuestion> repository in asked.GroupBy(question => question.Repository))
        {
            double[] weights = fit([.. asked.Where(question => question.Repository != repository.Key)]);
            foreach (AskedQuestion question in repository)
            {
                scored[question] = apply(weights, question);
            }
        }

        return scored;
    }

    // Each repository counts the same, and of its questions its own as much as all others; of these each kind the same.
    private static double[] FitAnswerable(List<AskedQuestion> asked, int without = -1, int only = -1) => LogisticRegression.Fit(
        [.. asked.Where(question => question.Evidence is not null)
            .GroupBy(question => (question.Repository, question.Kind))
            .SelectMany(group => group.Select(question => new FittingRow(Kept(question.Evidence!, without, only), group.Key.Kind == QuestionKind.Own, (group.Key.Kind == QuestionKind.Own ? 9.0 : 1.0) / group.Count())))],
        AnswerPenalty);

    private static double[] Kept(double[] values, int without, int only) => without < 0 && only < 0 ? values : [.. values.Select((value, at) => at == without || (only >= 0 && at != only) ? 0 : value)];

    private static double[] FitHits(List<AskedQuestion> asked) => LogisticRegression.Fit(
        [.. asked.Where(question => question.Kind == QuestionKind.Own)
            .GroupBy(question => question.Repository)
            .SelectMany(group => group.SelectMany(question => question.Hits.Select(hit => new FittingRow(hit.Values, hit.Right, 1.0 / group.Count()))))],
        HitPenalty);

    private static void WriteFeatures(List<AskedQuestion> asked, double refused)
    {
        foreach (AnswerabilityFeature feature in Enum.GetValues<AnswerabilityFeature>())
        {
            int at = (int)feature;
            Dictionary<AskedQuestion, double> alone = LeaveOneOut(asked, fit => FitAnswerable(fit, only: at), Answerable);
            Dictionary<AskedQuestion, double> others = LeaveOneOut(asked, fit => FitAnswerable(fit, without: at), (weights, question) => question.Evidence is null ? 0 : LogisticRegression.Probability(weights, Kept(question.Evidence, at, -1)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{feature,-20} alone AUC {RelevanceFigures.Area(asked, alone):0.0000}  without it {RelevanceFigures.Area(asked, others):0.0000}, near misses refused {RelevanceFigures.Refused(asked, others, QuestionKind.Near, RelevanceFigures.Threshold(asked, others, refused)):0.000}"));
        }
    }

    private static string Row(double[] weights) => string.Join(", ", weights.Select(weight => weight.ToString("0.###", CultureInfo.InvariantCulture)));
}
