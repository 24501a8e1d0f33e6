using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>
/// Held-out projects: the first sentence of a function's documentation must find the function among all documented ones of its language,
/// documentation removed. BM25 and BM25F answer the same pools, and each model alone and fused with BM25F.
/// </summary>
internal static class HeldOut
{
    public const string Help = "CORPUS dev|test [--weights n,c,p,s,d,b] MODEL... : MRR@10 on held-out projects, beside BM25 and BM25F";

    private const int MaxQueries = 2000;
    private const int MinPool = 100;
    private const int Distractors = 999;
    private const float DenseShare = .9f;

    public static int Run(string[] arguments)
    {
        Options options = new(arguments);
        string[] rest = [.. options.Rest];
        if (rest is not [string file, string part, .. string[] models])
        {
            Console.Error.WriteLine(Help);
            return 2;
        }

        FieldWeights? given = options.Find("weights") is { } text ? TrainModel.Weights(text) : null;
        CorpusSplit split = part == "dev" ? CorpusSplit.Development : CorpusSplit.Test;
        CorpusReader corpus = new(file);
        bool Wanted(PairHead head) => head.Split == split && head.Kind == PairKind.Function;
        PoolWords words = PoolWords.Read(corpus, Wanted);
        Dictionary<string, List<(string Language, int Size, double Full, double Few)>> table = [];
        void Add(string system, PairPool pool, IPoolScorer scorer)
        {
            if (!table.TryGetValue(system, out var rows))
            {
                table.Add(system, rows = []);
            }

            rows.Add((pool.Language, pool.Pairs.Length, RankMeasure.MrrAt10(pool, scorer), RankMeasure.MrrAt10(pool, scorer, Distractors)));
        }

        foreach (string path in models)
        {
            StaticEmbeddingModel model = path == "shipped" ? CodeModel.Default.Model : StaticEmbeddingModel.Load(path);
            string name = Path.GetFileNameWithoutExtension(path);
            TrainingSet set = TrainingSetBuilder.Build(corpus, model.Vocabulary, Wanted);
            ModelState state = ModelExporter.Read(model, given);
            QueryMaker queries = new(set, new TrainingOptions(), [], []);
            foreach (PairPool pool in PairPool.Of(set, split, MaxQueries, MinPool))
            {
                LexicalPool bm25f = LexicalPool.Bm25F(words, pool);
                DensePool dense = new(set, state, queries, pool);
                if (path == models[0])
                {
                    Add("BM25", pool, LexicalPool.Bm25(words, pool));
                    Add("BM25F", pool, bm25f);
                }

                Add(name, pool, dense);
                Add($"{name} + BM25F", pool, new FusedPool(dense, bm25f, DenseShare));
                MatchedPool matched = new(dense, set, model, pool);
                Add($"{name} with word match", pool, matched);
                Add($"{name} with word match + BM25F", pool, new FusedPool(matched, bm25f, DenseShare));
            }
        }

        var first = table.Values.First();
        Console.WriteLine($"| system | macro, full pool | macro, {Distractors} distractors | {string.Join(" | ", first.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Language} ({r.Size})")))} |");
        Console.WriteLine($"|-|-|-|{string.Concat(first.Select(_ => "-|"))}");
        foreach ((string system, var rows) in table)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {system} | {rows.Average(r => r.Full):F4} | {rows.Average(r => r.Few):F4} | {string.Join(" | ", rows.Select(r => r.Full.ToString("F3", CultureInfo.InvariantCulture)))} |"));
        }

        return 0;
    }
}
