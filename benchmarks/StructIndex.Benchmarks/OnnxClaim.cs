using System.Globalization;
using System.Numerics.Tensors;

namespace StructIndex.Benchmarks;

/// <summary>
/// What a general-purpose encoder is worth on code: alone over fixed chunks of 40 lines, alone over units with enriched text, and as a reranker of the
/// first 20 hits of the default. Alone means the cosine; a file is as good as the soft sum of its parts, as in <see cref="ProbeRepository"/>.
/// </summary>
internal static class OnnxClaim
{
    public const string Help = "--eval DIR --sources DIR --model FOLDER [--only NAME,...] [--indexes DIR] [--cache FILE] [--int8]: a hub model on chunks, on units, and as a reranker";

    private const double Temperature = .05;
    private const int Reranked = 20;
    private static readonly double[] s_shares = [.1, .25, .5, 1];
    private static readonly string[] s_systems =
    [
        "model, 40-line chunks", "model, units and enriched text", "StructIndex", .. s_shares.Select(share => string.Create(CultureInfo.InvariantCulture, $"StructIndex, model reranks {Reranked}, share {share}")),
    ];

    public static async Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        string[]? only = options.Find("only")?.Split(',');
        string? cacheFile = options.Find("cache");
        EmbeddingCache cache = cacheFile is not null && File.Exists(cacheFile) ? await EmbeddingCache.LoadAsync(cacheFile) : new EmbeddingCache();
        using OnnxEmbeddingGenerator model = OnnxEmbeddingGenerator.Load(
            options.Get("model"), new OnnxEmbeddingOptions { LongTexts = LongTexts.Truncate, Weights = arguments.Contains("--int8") ? OnnxWeights.Int8 : OnnxWeights.Default });
        List<double[]> rows = [];
        Console.WriteLine($"| repository | units | {string.Join(" | ", s_systems)} |\n|-|-|{string.Concat(s_systems.Select(_ => "-|"))}");
        foreach (DevelopmentRepository repository in DevelopmentSet.Load(options.Get("eval"), options.Get("sources")).Repositories.Where(r => only is null || only.Contains(r.Name)).OrderBy(r => Array.IndexOf(only ?? [], r.Name)))
        {
            CodeIndex index = options.Find("indexes") is { } folder
                ? new CodeIndex(await new IndexCache(folder).GetAsync(repository), CodeIndexer.DefaultEmbeddingGenerator)
                : await CodeIndexer.IndexDirectoryAsync(repository.Folder);
            rows.Add(await RepositoryAsync(repository, index, new CachedVectors(model, cache)));
            Console.WriteLine(Row($"{repository.Name} | {index.Units.Count}", rows[^1]));
            if (cacheFile is not null)
            {
                await cache.SaveAsync(cacheFile);
            }
        }

        Console.WriteLine(Row($"mean nDCG@10 of {rows.Count} | ", [.. Enumerable.Range(0, s_systems.Length).Select(s => rows.Average(r => r[s]))]));
        return 0;
    }

    private static string Row(string name, double[] values) => $"| {name} | {string.Join(" | ", values.Select(v => v.ToString("F3", CultureInfo.InvariantCulture)))} |";

    private static async Task<double[]> RepositoryAsync(DevelopmentRepository repository, CodeIndex index, CachedVectors model)
    {
        List<SourceFile> files = [];
        await foreach (SourceFile file in new DirectorySource(repository.Folder).ReadAsync(_ => { }))
        {
            files.Add(file);
        }

        EnrichedTexts enriched = new(index.Units, u => index.Graph.CallersOf(u).Select(e => e.From.Name), u => index.Graph.CalleesOf(u).Select(e => e.To.Name), default);
        Part[] chunks = [.. files.SelectMany(f => FixedChunks.Spans(f).Select(s => new Part(f.Path, LinesOf(f.Text, s), null, f.Text.Substring(s.Start, s.Length))))];
        Part[] units = [.. index.Units.SelectMany((u, i) => Enumerable.Range(0, Math.Max(u.Pieces.Count, 1)).Select(piece => new Part(u.Path, u.Lines, u.Id, enriched.Of(i, piece))))];
        float[][] chunkVectors = await model.OfAsync([.. chunks.Select(c => c.Text)]), unitVectors = await model.OfAsync([.. units.Select(u => u.Text)]);
        float[][] queries = await model.OfAsync([.. repository.Queries.Select(q => q.Text)]);
        double[] sums = new double[s_systems.Length];
        for (int q = 0; q < queries.Length; q++)
        {
            DevelopmentQuery query = repository.Queries[q];
            float[] asked = queries[q];
            sums[0] += query.Measure(Rank(chunks, chunkVectors, asked, repository.Prefix)).Ndcg;
            sums[1] += query.Measure(Rank(units, unitVectors, asked, repository.Prefix)).Ndcg;
            SearchHit[] hits = [.. (await index.SearchAsync(query.Text, new SearchOptions { Limit = Reranked, MinimumRelevance = 0 })).Hits];
            sums[2] += query.Measure(Places(hits.Take(10), repository.Prefix)).Ndcg;
            Dictionary<string, float> cosines = [];
            for (int i = 0; i < units.Length; i++)
            {
                string id = units[i].Id!;
                cosines[id] = Math.Max(cosines.GetValueOrDefault(id, -1), TensorPrimitives.Dot<float>(asked, unitVectors[i]));
            }

            double[] scores = Scale(hits.Select(h => h.Score)), judged = Scale(hits.Select(h => (double)cosines[h.Unit.Id]));
            for (int s = 0; s < s_shares.Length; s++)
            {
                double share = s_shares[s];
                sums[3 + s] += query.Measure(Places(hits.Select((hit, i) => (hit, i)).OrderByDescending(h => ((1 - share) * scores[h.i]) + (share * judged[h.i])).Select(h => h.hit).Take(10), repository.Prefix)).Ndcg;
            }
        }

        return [.. sums.Select(s => s / queries.Length)];
    }

    // The best is 1 and the worst 0.
    private static double[] Scale(IEnumerable<double> values)
    {
        double[] all = [.. values];
        double low = all.DefaultIfEmpty().Min(), high = all.DefaultIfEmpty().Max();
        return [.. all.Select(v => high > low ? (v - low) / (high - low) : 0)];
    }

    private static (string Path, LineRange Lines)[] Places(IEnumerable<SearchHit> hits, string prefix) => [.. hits.Select(h => (prefix + h.Unit.Path, h.Unit.Lines))];

    private static (string Path, LineRange Lines)[] Rank(Part[] parts, float[][] vectors, float[] asked, string prefix)
    {
        Dictionary<string, (double Sum, float Best, LineRange Lines)> files = [];
        for (int i = 0; i < parts.Length; i++)
        {
            float cosine = TensorPrimitives.Dot<float>(asked, vectors[i]);
            (double sum, float best, LineRange lines) = files.GetValueOrDefault(parts[i].Path, (0, float.MinValue, default));
            files[parts[i].Path] = (sum + Math.Exp(cosine / Temperature), Math.Max(best, cosine), cosine > best ? parts[i].Lines : lines);
        }

        return [.. files.OrderByDescending(f => f.Value.Sum).ThenBy(f => f.Key, StringComparer.Ordinal).Take(10).Select(f => (prefix + f.Key, f.Value.Lines))];
    }

    private static LineRange LinesOf(string text, SourceSpan span)
    {
        int first = 1 + text.AsSpan(0, span.Start).Count('\n');
        return new LineRange(first, first + text.AsSpan(span.Start, span.Length).TrimEnd().Count('\n'));
    }

    private sealed record Part(string Path, LineRange Lines, string? Id, string Text);

    /// <summary>Vectors of texts, kept by the text.</summary>
    private sealed class CachedVectors(OnnxEmbeddingGenerator model, EmbeddingCache cache)
    {
        public async Task<float[][]> OfAsync(string[] texts)
        {
            EmbeddingCacheKey[] keys = [.. texts.Select(text => EmbeddingCacheKey.Of(text, EnrichmentTemplate.Version, model.ModelId, model.Dimensions))];
            int[] missing = [.. Enumerable.Range(0, texts.Length).Where(i => !cache.TryGet(keys[i], out _))];
            foreach (int[] some in missing.Chunk(256))
            {
                var made = await model.GenerateAsync(some.Select(i => texts[i]));
                for (int i = 0; i < some.Length; i++)
                {
                    cache.Add(keys[some[i]], made[i].Vector.ToArray());
                }
            }

            return [.. keys.Select(key => cache.TryGet(key, out float[] vector) ? vector : [])];
        }
    }
}
