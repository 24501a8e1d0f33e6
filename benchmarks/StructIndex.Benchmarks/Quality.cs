using System.Globalization;
using System.Text.Json;

namespace StructIndex.Benchmarks;

/// <summary>
/// Search quality on a development set: nDCG@10 as published peers count it (binary relevance by file, mean over repositories of the repository's mean),
/// MRR@10 and hit@k over queries. Writes the run as JSON lines for an independent scorer.
/// </summary>
internal static class Quality
{
    public const string Help = "--eval DIR --sources DIR [--cache DIR] [--run OUT.jsonl] [--only NAME,...]: search quality on a development set";

    public static async Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        string[]? only = options.Find("only")?.Split(',');
        await using StreamWriter? run = options.Find("run") is { } file ? new StreamWriter(file) : null;
        List<(string Category, double Ndcg)> perCategory = [];
        List<double> perRepository = [], reciprocal = [];
        int[] hits = new int[11];
        List<AskedByDefault> asked = [];
        foreach (DevelopmentRepository repository in DevelopmentSet.Load(options.Get("eval"), options.Get("sources")).Repositories)
        {
            if (only is not null && !only.Contains(repository.Name))
            {
                continue;
            }

            CodeIndex index = options.Find("cache") is { } folder
                ? new CodeIndex(await new IndexCache(folder).GetAsync(repository), CodeIndexer.DefaultEmbeddingGenerator)
                : await CodeIndexer.IndexDirectoryAsync(repository.Folder);
            List<double> scores = [];
            List<(string Category, double Ndcg)> byCategory = [];
            foreach (DevelopmentQuery query in repository.Queries)
            {
                SearchResult found = await index.SearchAsync(query.Text, new SearchOptions { MinimumRelevance = 0 });
                RankingMetrics measured = query.Measure([.. found.Hits.Select(hit => (repository.Prefix + hit.Unit.Path, hit.Unit.Lines))]);
                scores.Add(measured.Ndcg);
                byCategory.Add((query.Category, measured.Ndcg));
                reciprocal.Add(measured.ReciprocalRank);
                hits[measured.BestRank]++;
                run?.WriteLine(Line(query, repository.Prefix, found));
                asked.Add(new AskedByDefault(query.Category, query.Targets.Count == 0, measured.BestRank > 0, await index.SearchAsync(query.Text)));
            }

            perRepository.Add(scores.Average());
            perCategory.AddRange(byCategory.GroupBy(row => row.Category).Select(group => (group.Key, group.Average(row => row.Ndcg))));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{repository.Name,-16} {scores.Average():0.000}  {index.Units.Count} units"));
        }

        double HitAt(int k) => (double)hits[1..(k + 1)].Sum() / reciprocal.Count;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"nDCG@10 {perRepository.Average():0.0000}  MRR@10 {reciprocal.Average():0.0000}  hit@1 {HitAt(1):0.0000}  hit@5 {HitAt(5):0.0000}  hit@10 {HitAt(10):0.0000}  ({reciprocal.Count} queries, {perRepository.Count} repositories)"));
        foreach (var group in perCategory.GroupBy(row => row.Category).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {group.Key,-14} {group.Average(row => row.Ndcg):0.0000}"));
        }

        Console.WriteLine("by default: questions, of those whose answer is among the first ten refused, answered weakly (and those without one: of all)");
        foreach (var group in asked.Where(query => query.IsFound || query.HasNone).GroupBy(query => query.Category).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {group.Key,-24} {group.Count(),5} {group.Average(query => query.Found.Abstained ? 1 : 0):0.000} {group.Average(query => query.Found.Outcome == SearchOutcome.Weak ? 1 : 0):0.000}"));
        }

        return 0;
    }

    private static string Line(DevelopmentQuery query, string prefix, SearchResult found) => JsonSerializer.Serialize(
        new QualityLine(query.Id, [.. found.Hits.Select(hit => new QualityHit(prefix + hit.Unit.Path, hit.Unit.Lines.Start, hit.Unit.Lines.End))]),
        BenchmarkJson.Default.QualityLine);
}

/// <summary>What a search answers that asks for nothing in particular.</summary>
internal sealed record AskedByDefault(string Category, bool HasNone, bool IsFound, SearchResult Found);

/// <summary>The answer to one query, a line of a run.</summary>
internal sealed record QualityLine(string Id, QualityHit[] Results);

/// <summary>One place of an answer.</summary>
internal sealed record QualityHit(string Path, int Start, int End);
