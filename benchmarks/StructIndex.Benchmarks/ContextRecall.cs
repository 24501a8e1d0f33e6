using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>
/// Context packs on a development set: the share of the files that answer a question which are in its pack, at several token budgets, beside the
/// share in the first files of the search. A target counts when its file is among the pieces. Means of each repository, then over repositories.
/// Beside it what a reader can use: how often the first hit is shown whole, the share of the tokens that pieces of little relevance take, and the
/// units asked for by questions mined from the same code (<see cref="MinedPacks"/>).
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
        PackFigures[] figures = [.. budgets.Select(_ => new PackFigures())];
        MinedPacks mined = new(budgets);
        double[] answersAtRank = new double[40];
        int queries = 0;
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
                SearchResult found = await index.SearchAsync(query.Text, new SearchOptions { Limit = PackFigures.Files, MinimumRelevance = 0, FilesFirst = true });
                string[] ranked = [.. found.Hits.Select(hit => repository.Prefix + hit.Unit.Path).Distinct(StringComparer.Ordinal).Take(answersAtRank.Length)];
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
                    figures[i].Add(pack, found);
                    if (queries <= show)
                    {
                        Console.WriteLine($"\n===== {query.Text} ({budgets[i]}: {pack.Tokens})\n{pack.Text}");
                    }
                }
            }

            recalls.Add([.. recall.Select(sum => sum / repository.Queries.Count)]);
            depths.Add([.. depth.Select(sum => sum / repository.Queries.Count)]);
            Console.WriteLine($"| {repository.Name} | {Row(recalls[^1])} |");
            await mined.AddAsync(repository);
        }

        Console.WriteLine($"\n| tokens | {string.Join(" | ", budgets)} |");
        Console.WriteLine($"| recall of relevant files | {Row(Mean(recalls))} |");
        Console.WriteLine($"| tokens used, files, pieces, whole units, a pack | {string.Join(" | ", figures.Select(figure => figure.Size))} |");
        Console.WriteLine($"| first hit whole | {Row([.. figures.Select(figure => figure.FirstWhole)])} |");
        Console.WriteLine($"| share of tokens in pieces of relevance below {PackFigures.Little} | {Row([.. figures.Select(figure => figure.LittleRelevance)])} |");
        Console.WriteLine($"| unit asked for by a mined question: whole | {Row(Mean(mined.Whole))} |");
        Console.WriteLine($"| the same: its file | {Row(Mean(mined.Files))} |");
        Console.WriteLine($"| first {string.Join(", ", s_depths)} files of the search | {Row(Mean(depths))} |");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{queries} questions, {recalls.Count} repositories; {mined.Questions} mined ones; packs over their budget: {figures.Sum(figure => figure.Over)}"));
        Console.WriteLine($"answers a question at rank 1, 2, ...: {string.Join(' ', answersAtRank.Select(sum => (sum / queries).ToString("0.000", CultureInfo.InvariantCulture)))}");
        return 0;
    }

    private static double Share(string[] targets, IEnumerable<string> found) => (double)targets.Intersect(found, StringComparer.Ordinal).Count() / targets.Length;

    private static double[] Mean(List<double[]> rows) => [.. Enumerable.Range(0, rows[0].Length).Select(i => rows.Average(row => row[i]))];

    private static string Row(double[] values) => string.Join(" | ", values.Select(value => value.ToString("0.000", CultureInfo.InvariantCulture)));
}
