using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>
/// What models alone are worth on a development set, without any ranker: dense and fused nDCG@10 (<see cref="ProbeRepository"/>), with a BEIR folder MRR over
/// its corpus, and the siblings. Each model under its own field weights, without and with the word match of its 50 nearest units, under the learned ones where given, and, with --fit, under weights fitted on the set.
/// </summary>
internal static class ModelReport
{
    public const string Help = "--eval DIR --sources DIR [--beir DIR] [--cache DIR] [--fit true] [--weights n,c,p,s,d,b] MODEL... : dense and fused scores of models alone ('shipped' is the package's)";

    // Steps of a weight in the search, in turn for each field until none helps; then finer.
    private static readonly double[] s_steps = [1.5, 1 / 1.5, 1.2, 1 / 1.2, 1.07, 1 / 1.07];

    public static async Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        FieldWeights? given = options.Find("weights") is { } text ? TrainModel.Weights(text) : null;
        string? cache = options.Find("cache");
        List<ProbeRepository> repositories = [];
        foreach (DevelopmentRepository repository in DevelopmentSet.Load(options.Get("eval"), options.Get("sources")).Repositories)
        {
            repositories.Add(new ProbeRepository(repository, await ProbeUnits.OfFolderAsync(repository.Folder, repository.Name, cache)));
        }

        ProbeBeir? beir = options.Find("beir") is { } folder ? new ProbeBeir(folder, cache) : null;
        Console.WriteLine("| model | field weights | dense nDCG@10 | fused nDCG@10 | BEIR MRR | siblings, role in name and body: hit@1, margin | in the name alone |\n|-|-|-|-|-|-|-|");
        foreach (string file in options.Rest)
        {
            StaticEmbeddingModel model = file == "shipped" ? CodeModel.Default.Model : StaticEmbeddingModel.Load(file);
            FieldProducts[] products = [.. repositories.Select(r => r.Products(model))];
            FieldProducts? other = beir?.Products(model);
            void Row(string kind, FieldWeights w, bool matched = false)
            {
                string siblings = string.Join(" | ", ((bool[])[true, false]).Select(inBody => SiblingRoles.Measure(model, inBody, w)).Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Hit:F2}, {m.Margin:F3}")));
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {Path.GetFileNameWithoutExtension(file)} | {kind} {w.Name:G3},{w.Container:G3},{w.Path:G3},{w.Signature:G3},{w.Documentation:G3},{w.Body:G3} | {Dense(repositories, products, w, matched):F4} | {Mean(repositories, products, (r, p) => r.Fused(model, p, w, matched)):F4} | {(beir is null ? "" : beir.Mrr(other!, w, matched).ToString("F4", CultureInfo.InvariantCulture))} | {siblings} |"));
            }

            Row("own", model.Weights);
            Row("own, with word match", model.Weights, matched: true);
            if (given is { } weights)
            {
                Row("given", weights);
            }

            if (options.Find("fit") is not null)
            {
                Row("fitted", Fit(given ?? model.Weights, w => Dense(repositories, products, w)));
            }
        }

        return 0;
    }

    private static double Dense(List<ProbeRepository> repositories, FieldProducts[] products, FieldWeights weights, bool matched = false) =>
        Mean(repositories, products, (r, p) => r.Dense(p, weights, matched));

    private static double Mean(List<ProbeRepository> repositories, FieldProducts[] products, Func<ProbeRepository, FieldProducts, double> score)
    {
        double[] scores = new double[repositories.Count];
        Parallel.For(0, scores.Length, i => scores[i] = score(repositories[i], products[i]));
        return scores.Average();
    }

    private static FieldWeights Fit(FieldWeights from, Func<FieldWeights, double> score)
    {
        float[] w = [from.Name, from.Container, from.Path, from.Signature, from.Documentation, from.Body];
        double best = score(from);
        for (bool better = true; better;)
        {
            better = false;
            for (int field = 0; field < w.Length; field++)
            {
                foreach (double step in s_steps)
                {
                    float[] tried = [.. w];
                    tried[field] = (float)(tried[field] * step);
                    double found = score(Weights(tried));
                    if (found > best + 1e-4)
                    {
                        (w, best, better) = (tried, found, true);
                    }
                }
            }
        }

        return Weights(w);
    }

    private static FieldWeights Weights(float[] w) => new(w[0], w[1], w[2], w[3], w[4], w[5]);
}
