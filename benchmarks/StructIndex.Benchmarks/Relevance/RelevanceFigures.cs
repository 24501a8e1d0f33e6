using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>Figures of abstention and calibration by style, as tables.</summary>
/// <param name="asked">The questions.</param>
/// <param name="hasDense">Whether they were asked of indexes with vectors.</param>
internal sealed class RelevanceFigures(List<AskedQuestion> asked, bool hasDense)
{
    private const int Bins = 10;

    private static readonly string[] s_kinds = ["world", "other", "domain", "near", "swap"];

    private readonly double _weak = RelevanceThresholds.Weak(hasDense);

    private string[] Styles => [.. asked.Select(one => one.Question.Style).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Writes what is refused and what is marked as weak.</summary>
    public void WriteAbstention(Dictionary<AskedQuestion, double> answerable)
    {
        Console.WriteLine($"Share in percent without hits (and with those marked as weak) of questions whose right file is among the first ten, and of questions without an answer.\n\n| style | found of asked | found | {string.Join(" | ", s_kinds)} |\n|-|-|-|{string.Concat(s_kinds.Select(_ => "-|"))}");
        foreach (string style in Styles)
        {
            AskedQuestion[] of = [.. asked.Where(one => one.Question.Style == style)], found = [.. of.Where(one => one.IsFound)];
            Console.WriteLine($"| {style} | {found.Length} of {of.Count(one => one.HasAnswer)} | {Refused(found)} | {string.Join(" | ", s_kinds.Select(kind => Refused([.. of.Where(one => one.Question.Negative == kind)])))} |");
        }

        string Refused(AskedQuestion[] of) => of.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture,
            $"{100 * of.Average(one => RelevanceModel.IsHopeless(one.Kind, one.NamesSymbol, answerable[one], RelevanceThresholds.Refused(one.Kind, one.Words, hasDense)) ? 1.0 : 0):0.0} ({100 * of.Average(one => answerable[one] < _weak ? 1.0 : 0):0.0})");
    }

    /// <summary>Writes how far the relevance of first hits is from how often they are right, of the questions that have an answer.</summary>
    public void WriteCalibration(Dictionary<AskedQuestion, double> answerable, Dictionary<AskedQuestion, double[]> hits)
    {
        Console.WriteLine("\n| style | first hits | relevance, mean | right | calibration error | of those with hits that are not weak |\n|-|-|-|-|-|-|");
        foreach (string style in Styles)
        {
            AskedQuestion[] of = [.. asked.Where(one => one.HasAnswer && one.Hits.Length > 0 && one.Question.Style == style)];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {style} | {of.Length} | {of.Average(one => hits[one][0]):0.000} | {of.Average(one => one.Right[0] ? 1.0 : 0):0.000} | {Error(of):0.000} | {Error([.. of.Where(one => answerable[one] >= _weak)]):0.000} |"));
        }

        double Error(AskedQuestion[] of) => of.GroupBy(one => Math.Min((int)(hits[one][0] * Bins), Bins - 1))
            .Sum(bin => Math.Abs(bin.Sum(one => hits[one][0]) - bin.Count(one => one.Right[0]))) / of.Length;
    }

    /// <summary>The area under the curve of found questions against those of other repositories and near misses, the mean of the styles.</summary>
    public double Area(Dictionary<AskedQuestion, double> answerable) => Styles.Select(style =>
    {
        double[] without = [.. asked.Where(one => one.Question.Style == style && one.Question.Negative is "domain" or "near").Select(one => answerable[one]).Order()];
        double[] found = [.. asked.Where(one => one.Question.Style == style && one.IsFound).Select(one => answerable[one])];
        return without.Length == 0 || found.Length == 0 ? double.NaN : found.Average(score => (Array.BinarySearch(without, score) is >= 0 and int at ? at : ~Array.BinarySearch(without, score)) / (double)without.Length);
    }).Where(area => !double.IsNaN(area)).Average();
}
