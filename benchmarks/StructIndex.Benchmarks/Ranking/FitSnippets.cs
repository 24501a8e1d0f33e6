using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>Fits the ranker's weights for snippets, which have neither paths nor neighbours, on the judged questions of a BEIR folder; cross-validated.</summary>
internal static class FitSnippets
{
    public const string Help = "--beir DIR --cache DIR [--l2 1e-2] [--features A+B,A+C,...] [--write SnippetWeights.cs]: fit the ranker's weights for snippets without paths, cross-validated";

    private const int Folds = 10;

    public static async Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        EvaluationSet set = SnippetCorpus.Load(options.Get("beir"));
        IndexContents contents = await new IndexCache(options.Get("cache")).GetAsync("snippets", set.Source!);
        List<RankingQuery> queries = Read(contents, set, out double dense, out double lexical, out double fused);
        Print($"{queries.Count} questions, {contents.FileCount} snippets; targets among the candidates: {queries.Average(q => q.Hits.Contains(true) ? 1.0 : 0):0.000}");
        Print($"MRR: model alone {dense:0.0000}, BM25F alone {lexical:0.0000}, both fused {fused:0.0000}, ranked by the weights of repositories {Mrr(queries, _ => Array.ConvertAll(RankWeights.All.ToArray(), w => (double)w)):0.0000}");
        PairwiseFit fit = new(queries, FeatureTable.Width, double.Parse(options.Find("l2") ?? "1e-2", CultureInfo.InvariantCulture));
        string features = options.Find("features") ?? string.Join('+', SnippetWeights.Features.ToArray());
        foreach (string[] names in features.Split(',').Select(list => list.Split('+')))
        {
            bool[] uses = [.. Enum.GetNames<RankFeature>().Select(names.Contains)];
            double[][] folds = new double[Folds][];
            Parallel.For(0, Folds, fold => folds[fold] = fit.Fit(fold, uses));
            double[] weights = fit.Fit(-1, uses);
            Print($"cross-validated {Mrr(queries, fold => folds[fold]):0.0000}, fitted on all {Mrr(queries, _ => weights):0.0000}: {string.Join(", ", names.Select(name => string.Create(CultureInfo.InvariantCulture, $"{name} {weights[(int)Enum.Parse<RankFeature>(name)]:0.###}")))}");
            if (options.Find("write") is { } source)
            {
                WeightsFile.WriteSnippets(source, weights, queries.Count, Mrr(queries, fold => folds[fold]), Mrr(queries, _ => weights));
            }
        }

        return 0;
    }

    private static List<RankingQuery> Read(IndexContents contents, EvaluationSet set, out double dense, out double lexical, out double fused)
    {
        FileTraits traits = new(contents);
        Dictionary<string, int> files = Enumerable.Range(0, contents.FileCount).ToDictionary(contents.PathOf, StringComparer.Ordinal);
        Dictionary<string, string> paths = set.SnippetIds!.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
        List<RankingQuery> queries = [];
        (dense, lexical, fused) = (0, 0, 0);
        foreach (EvaluationQuery question in set.Queries)
        {
            DevelopmentQuery asked = new(question.Id, question.Text, question.Category, [.. question.Targets.Select(target => new DevelopmentTarget(paths[target.Path!], 0, int.MaxValue))]);
            using QueryContext context = IndexCache.Ask(contents, traits, ParsedQuery.Parse(question.Text));
            FeatureTable table = new FeatureReader(context).Read();
            HashSet<int> right = [.. asked.Targets.Where(target => files.ContainsKey(target.Path)).Select(target => files[target.Path])];
            dense += Reciprocal(context.Scores.FileDense, right) / set.Queries.Count;
            lexical += Reciprocal(context.Scores.FileLexical, right) / set.Queries.Count;
            fused += Reciprocal([.. Enumerable.Range(0, contents.FileCount).Select(context.Fusion.OfFile)], right) / set.Queries.Count;
            queries.Add(new RankingQuery(asked, queries.Count % Folds, [.. Enumerable.Range(0, table.Files.Length).Select(i => table.Row(i).ToArray())], [.. table.Files.Select(right.Contains)], [.. table.Files.Select(contents.PathOf)]));
        }

        return queries;
    }

    private static double Reciprocal(ReadOnlySpan<float> scores, HashSet<int> right)
    {
        float best = float.NegativeInfinity;
        foreach (int file in right)
        {
            best = Math.Max(best, scores[file]);
        }

        int above = 0;
        foreach (float score in scores)
        {
            above += score > best ? 1 : 0;
        }

        return float.IsNegativeInfinity(best) ? 0 : 1.0 / (1 + above);
    }

    // What is no candidate counts as never found.
    private static double Mrr(List<RankingQuery> queries, Func<int, double[]> weightsOf) => queries.Average(query =>
    {
        double[] scores = Array.ConvertAll(query.Features, row => PairwiseFit.Dot(weightsOf(query.Repository), row));
        double best = scores.Where((_, i) => query.Hits[i]).DefaultIfEmpty(double.NaN).Max();
        return double.IsNaN(best) ? 0 : 1.0 / (1 + scores.Count(score => score > best));
    });

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
