using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>Figures of abstention and calibration over asked questions.</summary>
internal static class RelevanceFigures
{
    private const int Bins = 10;

    /// <summary>The threshold below which a share of the repositories' own questions falls.</summary>
    public static double Threshold(List<AskedQuestion> asked, Dictionary<AskedQuestion, double> scores, double refused)
    {
        double[] own = [.. asked.Where(question => question.Kind == QuestionKind.Own).Select(question => scores[question]).Order()];
        return own[(int)(refused * own.Length)];
    }

    /// <summary>The share of a kind of questions that is refused.</summary>
    public static double Refused(List<AskedQuestion> asked, Dictionary<AskedQuestion, double> scores, QuestionKind kind, double threshold) =>
        asked.Where(question => question.Kind == kind).Average(question => scores[question] < threshold ? 1.0 : 0);

    /// <summary>The area under the curve of the own questions against all others.</summary>
    public static double Area(List<AskedQuestion> asked, Dictionary<AskedQuestion, double> scores)
    {
        double[] others = [.. asked.Where(question => question.Kind != QuestionKind.Own).Select(question => scores[question]).Order()];
        return asked.Where(question => question.Kind == QuestionKind.Own).Average(question =>
        {
            int below = Array.BinarySearch(others, scores[question]);
            return (below < 0 ? ~below : below) / (double)others.Length;
        });
    }

    public static void WriteAbstention(List<AskedQuestion> asked, Dictionary<AskedQuestion, double> scores, double threshold)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"AUC {Area(asked, scores):0.0000}; threshold {threshold:0.000}"));
        foreach (QuestionKind kind in Enum.GetValues<QuestionKind>())
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind,-6} {asked.Count(question => question.Kind == kind),5} questions, refused {Refused(asked, scores, kind, threshold):0.0000}, at .5 {Refused(asked, scores, kind, .5):0.0000}"));
        }

        foreach (AskedQuestion slipped in asked.Where(question => question.Kind is QuestionKind.Near or QuestionKind.Far && scores[question] >= threshold).OrderByDescending(question => scores[question]).Take(20))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  answered: {scores[slipped]:0.000} {slipped.Kind} {slipped.Repository}: {slipped.Text}"));
        }

        foreach (AskedQuestion missed in asked.Where(question => question.Kind == QuestionKind.Own && scores[question] < threshold).OrderBy(question => scores[question]).Take(20))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  refused: {scores[missed]:0.000} {missed.Repository}: {missed.Text}"));
        }
    }

    public static void WriteCalibration(List<AskedQuestion> asked, Dictionary<AskedQuestion, double> answerable, Dictionary<AskedQuestion, double[]> hits)
    {
        IEnumerable<AskedQuestion> own = asked.Where(question => question.Kind == QuestionKind.Own);
        Write("first hits of own questions", own.SelectMany(question => First(question)));
        Write("all hits of own questions", own.SelectMany(question => All(question)));
        Write("first hits of all questions", asked.SelectMany(question => First(question)));
        Write("all hits of all questions", asked.SelectMany(question => All(question)));

        IEnumerable<(double Probability, bool Right)> First(AskedQuestion question) => All(question).Take(1);
        IEnumerable<(double Probability, bool Right)> All(AskedQuestion question) => question.Hits.Select((hit, at) => (answerable[question] * hits[question][at], hit.Right));
    }

    private static void Write(string what, IEnumerable<(double Probability, bool Right)> predictions)
    {
        List<(double Probability, bool Right)> all = [.. predictions];
        var bins = all.GroupBy(row => Math.Min((int)(row.Probability * Bins), Bins - 1)).OrderBy(bin => bin.Key)
            .Select(bin => (bin.Key, Count: bin.Count(), Said: bin.Average(row => row.Probability), True: bin.Average(row => row.Right ? 1.0 : 0))).ToList();
        double error = bins.Sum(bin => Math.Abs(bin.Said - bin.True) * bin.Count) / all.Count;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: expected calibration error {error:0.0000} over {all.Count}"));
        foreach (var bin in bins)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {bin.Key / (double)Bins:0.0}  {bin.Count,6}  said {bin.Said:0.000}  true {bin.True:0.000}"));
        }
    }
}
