using System.Globalization;
using System.Text;

namespace StructIndex.Benchmarks;

/// <summary>Fits the order of the units of a file on styled questions whose functions are known, and says what it is worth on repositories that it has not seen.</summary>
internal static class FitUnits
{
    public const string Help = "--units DIR [--folds 5] [--without FEATURE,...] [--write FILE]: fit the order of units on the features of styled questions (read-units), leaving repositories out";

    // So many questions of a style and repository; of issues, which are few, all.
    private const int Questions = 12;

    public static Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        int folds = int.Parse(options.Find("folds") ?? "5", CultureInfo.InvariantCulture);
        bool[] uses = [.. Enum.GetNames<UnitFeature>().Select(name => options.Find("without")?.Split(',').Contains(name) != true)];
        UnitGroup[] groups =
        [
            .. Directory.GetFiles(options.Get("units"), "*.units").Order(StringComparer.Ordinal).SelectMany(UnitGroupFile.Read)
                .GroupBy(group => (group.Style, group.Repository)).SelectMany(pair => pair.Take(pair.Key.Style == "issue" ? int.MaxValue : Questions)),
        ];
        Console.WriteLine($"{groups.Length} questions of {groups.Select(group => group.Repository).Distinct().Count()} repositories");
        float[][] weights = new float[folds + 1][];
        Parallel.For(0, folds + 1, new ParallelOptions { MaxDegreeOfParallelism = 2 }, fold => weights[fold] = Fit([.. groups.Where(group => fold == folds || FoldOf(group, folds) != fold)], uses));
        float[] today = UnitWeights.All.ToArray();
        Console.WriteLine("\n| style | questions | right unit first of right files, as it is in the source | fitted, left out | units first, as it is: Acc@1 | @5 | @10 | left out: Acc@1 | @5 | @10 |\n|-|-|-|-|-|-|-|-|-|-|");
        foreach (IGrouping<string, UnitGroup> style in groups.GroupBy(group => group.Style).OrderBy(style => style.Key, StringComparer.Ordinal))
        {
            StringBuilder row = new();
            row.Append(CultureInfo.InvariantCulture, $"| {style.Key} | {style.Count()} | {style.Average(group => First(group, group.Order(today))):0.000} | {style.Average(group => First(group, group.Order(weights[FoldOf(group, folds)]))):0.000}");
            foreach (Func<UnitGroup, float[]> of in (Func<UnitGroup, float[]>[])[_ => today, group => weights[FoldOf(group, folds)]])
            {
                foreach (int k in (int[])[1, 5, 10])
                {
                    row.Append(CultureInfo.InvariantCulture, $" | {style.Average(group => All(group, group.AmongFiles(group.Order(of(group))), k)):0.000}");
                }
            }

            Console.WriteLine(row.Append(" |"));
        }

        Console.WriteLine();
        foreach (UnitFeature feature in Enum.GetValues<UnitFeature>())
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{feature} {weights[folds][(int)feature]:0.000}"));
        }

        if (options.Find("write") is { } file)
        {
            WeightsFile.WriteUnits(file, weights[folds], $"{groups.Length} questions in {groups.Select(group => group.Style).Distinct().Count()} styles about {groups.Select(group => group.Repository).Distinct().Count()} repositories");
        }

        return Task.FromResult(0);
    }

    private static float[] Fit(UnitGroup[] groups, bool[] uses)
    {
        Dictionary<string, double> styles = new(StringComparer.Ordinal) { ["issue"] = 3, ["commit"] = 2, ["message"] = 2, ["code"] = .5, ["frames"] = .5 };
        Dictionary<string, int> ofStyle = groups.CountBy(group => group.Style).ToDictionary();
        List<(float[][] Rows, bool[] Hits, double Weight)> questions = [];
        foreach (UnitGroup group in groups)
        {
            int file = Enumerable.Range(0, group.Files.Length).Where(unit => group.Hits[unit]).Min(unit => group.Files[unit]);
            int[] units = [.. Enumerable.Range(0, group.Files.Length).Where(unit => group.Files[unit] == file)];
            if (!Array.Exists(units, unit => group.Meant[unit]))
            {
                float[][] rows = [.. units.Select(unit => group.Rows[unit].Select((value, feature) => uses[feature] ? value : 0).ToArray())];
                questions.Add((rows, [.. units.Select(unit => group.Hits[unit])], styles.GetValueOrDefault(group.Style, 1) / ofStyle[group.Style]));
            }
        }

        return WeightBounds.Bounded([.. new ConditionalLogit(questions).Fit().Select(weight => (float)weight)]);
    }

    private static double All(UnitGroup group, float[] scores, int k) =>
        Enumerable.Range(0, scores.Length).OrderByDescending(unit => scores[unit]).Take(k).Count(unit => group.Hits[unit]) >= group.Targets ? 1 : 0;

    // Of the files that hold a target: whether the best unit of the file is one.
    private static double First(UnitGroup group, float[] sums) => Enumerable.Range(0, sums.Length)
        .GroupBy(unit => group.Files[unit]).Where(file => file.Any(unit => group.Hits[unit])).Average(file => group.Hits[file.MaxBy(unit => sums[unit])] ? 1.0 : 0);

    private static int FoldOf(UnitGroup group, int folds) => (int)(StableHash.Of(group.Repository) % (uint)folds);
}
