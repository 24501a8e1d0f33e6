using System.Diagnostics;
using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>Fits the weights of the ranker on a development set, and says what they are worth on a repository that they have not seen.</summary>
internal static class FitRanker
{
    public const string Help = "--eval DIR --sources DIR --cache DIR [--l2 1e-2] [--without FEATURE,...] [--ablate] [--write RankWeights.cs] [--failures FILE]: fit the ranker's weights, leaving one repository out";

    private static readonly (string Name, (RankFeature First, RankFeature Last)[] Parts)[] s_groups =
    [
        ("all of the dense leg", [(RankFeature.DenseFile, RankFeature.DenseWhole), (RankFeature.Agreement, RankFeature.Agreement)]),
        ("all of the lexical leg", [(RankFeature.LexicalFile, RankFeature.Agreement), (RankFeature.Coverage, RankFeature.Compound)]),
        ("all of structure", [(RankFeature.FileNameShare, RankFeature.Depth)]),
        ("dense leg", [(RankFeature.DenseFile, RankFeature.DenseWhole)]),
        ("lexical leg over units", [(RankFeature.LexicalFile, RankFeature.LexicalBest)]),
        ("lexical leg over whole files", [(RankFeature.LexicalWhole, RankFeature.LexicalWhole)]),
        ("agreement and coherence", [(RankFeature.Agreement, RankFeature.Coherence)]),
        ("coverage and compounds", [(RankFeature.Coverage, RankFeature.Compound)]),
        ("words of the file's name", [(RankFeature.FileNameShare, RankFeature.FileNameCover)]),
        ("names of units", [(RankFeature.UnitNameCover, RankFeature.UnitNameBest)]),
        ("centrality", [(RankFeature.UsedUnits, RankFeature.Mentions)]),
        ("roles", [(RankFeature.Test, RankFeature.Entry)]),
        ("definitions of what is named", [(RankFeature.DefinesFunction, RankFeature.NamedPath)]),
        ("depth", [(RankFeature.Depth, RankFeature.Depth)]),
    ];

    public static async Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        DevelopmentSet set = DevelopmentSet.Load(options.Get("eval"), options.Get("sources"));
        IndexCache cache = new(options.Get("cache"));
        long started = Stopwatch.GetTimestamp();
        List<RankingQuery> queries = [];
        for (int i = 0; i < set.Repositories.Count; i++)
        {
            queries.AddRange(await RankingQueries.ReadAsync(set.Repositories[i], i, cache));
        }

        Console.WriteLine($"features of {queries.Count} questions: {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s; targets among the candidates: {queries.Average(q => (double)q.Hits.Count(h => h) / q.Question.Targets.Count):0.0000}");
        started = Stopwatch.GetTimestamp();
        PairwiseFit fit = new(queries, FeatureTable.Width, double.Parse(options.Find("l2") ?? "1e-2", CultureInfo.InvariantCulture));
        string[] without = options.Find("without")?.Split(',') ?? [];
        bool[] all = [.. Enum.GetNames<RankFeature>().Select(name => !without.Contains(name))];
        double[] weights = fit.Fit(-1, all);
        double[][] folds = Folds(fit, all, set.Repositories.Count);
        RankingScores left = new(queries, repository => folds[repository]);
        RankingScores whole = new(queries, _ => weights);
        Console.WriteLine($"leave one out  {left}");
        Console.WriteLine($"all data       {whole}  ({Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s)");
        for (int i = 0; i < set.Repositories.Count; i++)
        {
            Console.Write(string.Create(CultureInfo.InvariantCulture, $"{set.Repositories[i].Name} {left.NdcgOf(i):0.000} ({whole.NdcgOf(i):0.000})  "));
        }

        Console.WriteLine();
        foreach (RankFeature feature in Enum.GetValues<RankFeature>())
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{feature,-22} {weights[(int)feature],8:0.000}"));
        }

        if (options.Find("write") is { } source)
        {
            weights[(int)RankFeature.NamedPath] = RankFeatures.NamedPath;
            WeightsFile.Write(source, weights, left, whole);
        }

        if (arguments.Contains("--ablate"))
        {
            Ablate(fit, queries, all, folds, left.Ndcg);
        }

        if (options.Find("failures") is { } file)
        {
            WriteFailures(file, set, left, weights);
        }

        return 0;
    }

    // Groups are left out of the fit; single features, of which others say much the same, only of the sum: that costs no fit.
    private static void Ablate(PairwiseFit fit, List<RankingQuery> queries, bool[] all, double[][] folds, double ndcg)
    {
        foreach ((string name, (RankFeature First, RankFeature Last)[] parts) in s_groups)
        {
            bool[] uses = [.. all.Select((use, f) => use && !Array.Exists(parts, part => (RankFeature)f >= part.First && (RankFeature)f <= part.Last))];
            double[][] without = Folds(fit, uses, folds.Length);
            Print($"without {name}", new RankingScores(queries, repository => without[repository]).Ndcg, ndcg);
        }

        foreach (RankFeature feature in Enum.GetValues<RankFeature>().Where(feature => all[(int)feature]))
        {
            double[][] without = [.. folds.Select(weights => weights.Select((weight, f) => f == (int)feature ? 0 : weight).ToArray())];
            Print($"weight 0 for {feature}", new RankingScores(queries, repository => without[repository]).Ndcg, ndcg);
        }
    }

    private static void Print(string name, double ndcg, double all) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-48} {ndcg:0.0000} ({ndcg - all:+0.0000;-0.0000})"));

    private static double[][] Folds(PairwiseFit fit, bool[] uses, int repositories)
    {
        double[][] folds = new double[repositories][];
        Parallel.For(0, repositories, i => folds[i] = fit.Fit(i, uses));
        return folds;
    }

    private static void WriteFailures(string file, DevelopmentSet set, RankingScores scores, double[] weights)
    {
        using StreamWriter writer = new(file);
        foreach ((RankingQuery query, double ndcg, int first) in scores.Rows.Where(row => row.Ndcg < .999).OrderBy(row => row.Query.Repository).ThenBy(row => row.Ndcg))
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{query.Question.Id} [{query.Question.Category}] {ndcg:0.00} first {first}: {query.Question.Text}"));
            int[] order = [.. Enumerable.Range(0, query.Features.Length).OrderByDescending(i => RankingScores.Dot(weights, query.Features[i]))];
            int[] shown = [.. order.Take(4).Union(order.Where(i => query.Hits[i]))];
            int top = order[0];
            foreach (int i in shown)
            {
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"   {(query.Hits[i] ? '*' : ' ')} {Array.IndexOf(order, i) + 1,3} {RankingScores.Dot(weights, query.Features[i]):0.00} {query.Paths[i]}"));
                if (query.Hits[i] && i != top)
                {
                    var parts = Enum.GetValues<RankFeature>().Select(f => (Feature: f, Part: weights[(int)f] * (query.Features[i][(int)f] - query.Features[top][(int)f]))).Where(p => Math.Abs(p.Part) > .1).OrderBy(p => p.Part);
                    writer.WriteLine("          " + string.Join(" ", parts.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Feature} {p.Part:+0.00;-0.00}"))));
                }
            }

            foreach (DevelopmentTarget missing in query.Question.Targets.Where(t => !query.Paths.Contains(t.Path)))
            {
                writer.WriteLine($"    missing {missing.Path}");
            }
        }
    }
}
