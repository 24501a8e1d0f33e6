using System.Diagnostics;
using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>
/// Fits the ranker on styled questions, and says what it is worth on repositories that it has not seen: first the weighted sum, then trees that correct it.
/// </summary>
internal static class FitRanker
{
    public const string Help = "--features DIR [--most N] [--folds 5] [--rounds 80] [--shrink .7] [--parameters \"name=value ...\"] [--without FEATURE,...] [--monotone yes] [--sweep] [--write FOLDER]: fit the ranker on the features of styled questions (read-features), leaving repositories out; of each style at most N questions of a tree";

    public static Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        int most = Number(options, "most", int.MaxValue);
        List<RankedGroup> groups = [.. Directory.GetFiles(options.Get("features"), "*.groups").Order(StringComparer.Ordinal).SelectMany(file => Some(file, most))];
        string[] without = options.Find("without")?.Split(',') ?? [];
        int folds = Number(options, "folds", 5);
        string parameters = string.Create(CultureInfo.InvariantCulture, $"objective=lambdarank lambdarank_truncation_level=10 num_leaves={Number(options, "leaves", 8)} learning_rate={options.Find("rate") ?? ".05"} min_data_in_leaf=100 lambda_l2=1 feature_fraction=.5 bagging_freq=0 max_bin=127 {options.Find("parameters")}");
        float shrink = float.Parse(options.Find("shrink") ?? ".7", CultureInfo.InvariantCulture);
        TreeFit fit = new(Number(options, "rounds", 80), parameters, Number(options, "candidates", 60), [.. Enum.GetNames<RankFeature>().Select(name => !without.Contains(name))], options.Find("monotone") == "yes");
        Console.WriteLine($"{groups.Count} questions of {groups.Select(group => group.Repository).Distinct().Count()} repositories; {parameters}; {fit.Rounds} trees");

        long started = Stopwatch.GetTimestamp();
        float[][] sums = LinearFolds.Fit(groups, group => FoldOf(group, folds), folds);
        IReadOnlyList<TreeNode>[] trees = [.. Enumerable.Range(0, folds).Select(fold => fit.Fit([.. groups.Where(group => FoldOf(group, folds) != fold)], sums[fold]))];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{folds} folds in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s"));
        if (arguments.Contains("--sweep"))
        {
            Sweep(groups, folds, sums, trees);
            return Task.FromResult(0);
        }

        TreeEnsemble[] ensembles = [.. trees.Select(list => new TreeEnsemble([.. list.Select(tree => tree.Times(shrink))]))];
        float[] before = RankWeights.All.ToArray();
        TreeEnsemble beside = new(TreeTable.Read(DataTable.Rows("ranker.tsv"), FileRanker.FeatureOf));
        GroupReport.Write(
        [
            ("BM25 over whole files", [.. groups.Select(group => new GroupScore(group, group.PlainRanks))]),
            ("sum and trees as they are in the source", Scores(groups, _ => before, _ => beside)),
            ("weighted sum, fitted anew", Scores(groups, group => sums[FoldOf(group, folds)], _ => null)),
            ("with trees", Scores(groups, group => sums[FoldOf(group, folds)], group => ensembles[FoldOf(group, folds)])),
        ]);
        if (options.Find("write") is { } folder)
        {
            string about = $"{groups.Count} questions in {groups.Select(group => group.Style).Distinct().Count()} styles about {groups.Select(group => group.Repository).Distinct().Count()} repositories";
            WeightsFile.Write(Path.Combine(folder, "RankWeights.cs"), sums[folds], about);
            WeightsFile.WriteTrees(Path.Combine(folder, "ranker.tsv"), [.. fit.Fit(groups, sums[folds]).Select(tree => tree.Times(shrink))], about);
        }

        return Task.FromResult(0);
    }

    private static IEnumerable<RankedGroup> Some(string file, int most) =>
        (GroupFile.Read(file) ?? throw new InvalidDataException($"{file} holds other features: read them again")).GroupBy(group => group.Style).SelectMany(style => style.OrderBy(group => StableHash.Of(group.Id)).Take(most));

    private static GroupScore[] Scores(List<RankedGroup> groups, Func<RankedGroup, float[]> weightsOf, Func<RankedGroup, TreeEnsemble?> treesOf) => [.. groups.Select(group =>
    {
        float[] scores = LinearFolds.Score(group, weightsOf(group));
        treesOf(group)?.AddTo(group.Values, RankedGroup.Width, scores);
        return GroupScore.Of(group, scores);
    })];

    // How many trees, and how much of what they say, in one line each.
    private static void Sweep(List<RankedGroup> groups, int folds, float[][] sums, IReadOnlyList<TreeNode>[] trees)
    {
        Brief("weighted sum", groups, Scores(groups, group => sums[FoldOf(group, folds)], _ => null));
        foreach (int rounds in new[] { trees[0].Count / 4, trees[0].Count / 2, trees[0].Count })
        {
            foreach (float shrink in new[] { .4f, .7f, 1f })
            {
                TreeEnsemble[] ensembles = [.. trees.Select(list => new TreeEnsemble([.. list.Take(rounds).Select(tree => tree.Times(shrink))]))];
                Brief($"{rounds} trees, times {shrink}", groups, Scores(groups, group => sums[FoldOf(group, folds)], group => ensembles[FoldOf(group, folds)]));
            }
        }
    }

    private static void Brief(string name, List<RankedGroup> groups, GroupScore[] scores)
    {
        string Of(string style, string named, Func<GroupScore, double> of, bool byRepository = false)
        {
            GroupScore[] part = [.. scores.Where(score => score.Group.Style == style && (named.Length == 0 || (score.Group.Named == "no") == (named == "no")))];
            return part.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" {style} {named} {(byRepository ? GroupReport.ByRepository(part, of) : part.Average(of)):0.000}");
        }

        string line = string.Concat(groups.Select(group => group.Style).Distinct().Order(StringComparer.Ordinal).Select(style => style == "llm"
            ? Of(style, "", score => score.Ndcg(false), byRepository: true)
            : Of(style, "no", score => score.Mrr(true)) + Of(style, "named", score => score.Mrr(true)) + (style == "issue" ? Of(style, "", score => score.Accuracy(1, true)) : "")));
        Console.WriteLine($"{name,-40}{line}");
    }

    // A hash that does not change from run to run, so that a repository stays in its fold as others come.
    private static int FoldOf(RankedGroup group, int folds) => (int)((StableHash.Of(group.Repository) >> 33) % (ulong)folds);

    private static int Number(Options options, string name, int otherwise) => int.Parse(options.Find(name) ?? otherwise.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
