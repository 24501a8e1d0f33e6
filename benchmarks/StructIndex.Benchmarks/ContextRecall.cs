using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>
/// Context packs on a development set: the share of the files that answer a question which are in its pack, at several token budgets, beside the
/// share in the first files of the search. A target counts when its file is among the pieces. Means of each repository, then over repositories.
/// </summary>
internal static class ContextRecall
{
    public const string Help = "--eval DIR --sources DIR [--cache DIR] [--only NAME,...] [--budgets 500,1000,2000,4000] [--show N]: recall of relevant files by token budget";

    private static readonly int[] s_depths = [4, 8, 16, 32];

    public static async Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        string[]? only = options.Find("only")?.Split(',');
        int[] budgets = [.. (options.Find("budgets") ?? "500,1000,2000,4000").Split(',').Select(budget => int.Parse(budget, CultureInfo.InvariantCulture))];
        int show = int.Parse(options.Find("show") ?? "0", CultureInfo.InvariantCulture);
        List<double[]> recalls = [], depths = [];
        double[] tokens = new double[budgets.Length], pieces = new double[budgets.Length], files = new double[budgets.Length], whole = new double[budgets.Length];
        double[] answersAtRank = new double[40];
        int queries = 0, over = 0;
        foreach (DevelopmentRepository repository in DevelopmentSet.Load(options.Get("eval"), options.Get("sources")).Repositories.Where(r => only is null || only.Contains(r.Name)))
        {
            CodeIndex index = options.Find("cache") is { } folder
                ? new CodeIndex(await new IndexCache(folder).GetAsync(repository), CodeIndexer.DefaultEmbeddingGenerator)
                : await CodeIndexer.IndexDirectoryAsync(repository.Folder);
            double[] recall = new double[budgets.Length], depth = new double[s_depths.Length];
            foreach (DevelopmentQuery query in repository.Queries)
            {
                queries++;
                string[] targets = [.. query.Targets.Select(target => target.Path).Distinct(StringComparer.Ordinal)];
                SearchResult found = await index.SearchAsync(query.Text, new SearchOptions { Limit = answersAtRank.Length, MinimumRelevance = 0 });
                string[] ranked = [.. found.Hits.Select(hit => repository.Prefix + hit.Unit.Path).Distinct(StringComparer.Ordinal)];
                for (int rank = 0; rank < ranked.Length; rank++)
                {
                    answersAtRank[rank] += targets.Contains(ranked[rank]) ? 1 : 0;
                }

                for (int i = 0; i < s_depths.Length; i++)
                {
                    depth[i] += Share(targets, ranked.Take(s_depths[i]));
                }

                for (int i = 0; i < budgets.Length; i++)
                {
                    ContextPack pack = await index.BuildContextAsync(query.Text, budgets[i]);
                    recall[i] += Share(targets, pack.Pieces.Select(piece => repository.Prefix + piece.Path));
                    over += TokenEstimate.Count(pack.Text) > budgets[i] ? 1 : 0;
                    tokens[i] += pack.Tokens;
                    pieces[i] += pack.Pieces.Count;
                    files[i] += pack.Pieces.Select(piece => piece.Path).Distinct(StringComparer.Ordinal).Count();
                    whole[i] += pack.Pieces.Sum(piece => piece.Entries.Count(entry => entry.Form == ContextForm.Whole));
                    if (queries <= show)
                    {
                        Console.WriteLine($"\n===== {query.Text} ({budgets[i]}: {pack.Tokens})\n{pack.Text}");
                    }
                }
            }

            recalls.Add([.. recall.Select(sum => sum / repository.Queries.Count)]);
            depths.Add([.. depth.Select(sum => sum / repository.Queries.Count)]);
            Console.WriteLine($"| {repository.Name} | {Row(recalls[^1])} |");
        }

        Console.WriteLine($"\n| tokens | {string.Join(" | ", budgets)} |");
        Console.WriteLine($"| recall of relevant files | {Row(Mean(recalls))} |");
        Console.WriteLine($"| tokens used, files, pieces, whole units, a pack | {string.Join(" | ", budgets.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"{tokens[i] / queries:0}, {files[i] / queries:0.0}, {pieces[i] / queries:0.0}, {whole[i] / queries:0.0}")))} |");
        Console.WriteLine($"| first {string.Join(", ", s_depths)} files of the search | {Row(Mean(depths))} |");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{queries} questions, {recalls.Count} repositories; packs over their budget: {over}"));
        Console.WriteLine($"answers a question at rank 1, 2, ...: {string.Join(' ', answersAtRank.Select(sum => (sum / queries).ToString("0.000", CultureInfo.InvariantCulture)))}");
        return 0;
    }

    private static double Share(string[] targets, IEnumerable<string> found) => (double)targets.Intersect(found, StringComparer.Ordinal).Count() / targets.Length;

    private static double[] Mean(List<double[]> rows) => [.. Enumerable.Range(0, rows[0].Length).Select(i => rows.Average(row => row[i]))];

    private static string Row(double[] values) => string.Join(" | ", values.Select(value => value.ToString("0.000", CultureInfo.InvariantCulture)));
}
