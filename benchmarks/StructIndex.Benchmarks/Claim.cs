using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>
/// The claim of the project on one repository (or several): general-purpose treatment, which is fixed chunks of 40 lines without structure, against
/// StructIndex. The middle row has the same search code and the same model as the last; only the structure is taken away. With the confusable siblings.
/// </summary>
internal static class Claim
{
    public const string Help = "--eval DIR --sources DIR [--only NAME,...]: fixed chunks and whole words against structure, same search code, same questions";

    private static readonly string[] s_systems = ["BM25, whole words, 40-line chunks", "StructIndex search, 40-line chunks", "StructIndex"];

    public static async Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        string[]? only = options.Find("only")?.Split(',');
        List<double[]> rows = [];
        Console.WriteLine($"| repository | {string.Join(" | ", s_systems)} |\n|-|-|-|-|");
        foreach (DevelopmentRepository repository in DevelopmentSet.Load(options.Get("eval"), options.Get("sources")).Repositories.Where(r => only is null || only.Contains(r.Name)))
        {
            rows.Add(await RepositoryAsync(repository));
            Console.WriteLine(Row(repository.Name, rows[^1]));
        }

        Console.WriteLine(Row("mean nDCG@10", [.. Enumerable.Range(0, s_systems.Length).Select(s => rows.Average(r => r[s]))]));
        foreach (bool inBody in (bool[])[true, false])
        {
            Console.WriteLine(Row($"40 siblings, role {(inBody ? "in name and body" : "in the name alone")}: hit@1", await SiblingsAsync(inBody)));
        }

        return 0;
    }

    private static string Row(string name, double[] values) => $"| {name} | {string.Join(" | ", values.Select(v => v.ToString("F3", CultureInfo.InvariantCulture)))} |";

    private static async Task<double[]> RepositoryAsync(DevelopmentRepository repository)
    {
        List<SourceFile> files = [];
        DirectorySource source = new(repository.Folder);
        await foreach (SourceFile file in source.ReadAsync(_ => { }))
        {
            files.Add(file);
        }

        WholeWords words = new(files);
        CodeIndex chunks = await CodeIndexer.IndexAsync(source, new CodeIndexOptions { Parsers = [new FixedChunks()] });
        CodeIndex index = await CodeIndexer.IndexAsync(source);
        double[] sums = new double[s_systems.Length];
        foreach (DevelopmentQuery query in repository.Queries)
        {
            sums[0] += query.Measure([.. words.Search(query.Text).Select(h => (repository.Prefix + h.Path, h.Lines))]).Ndcg;
            sums[1] += query.Measure(await HitsAsync(chunks, query.Text, repository.Prefix)).Ndcg;
            sums[2] += query.Measure(await HitsAsync(index, query.Text, repository.Prefix)).Ndcg;
        }

        return [.. sums.Select(s => s / repository.Queries.Count)];
    }

    private static async Task<double[]> SiblingsAsync(bool roleInBody)
    {
        SourceFile[] files = [.. SiblingRoles.Roles.Select(role => SiblingRoles.Fields(role, roleInBody)).Select(f => new SourceFile(f.Path, f.Body, "typescript"))];
        WholeWords words = new(files);
        CodeIndex chunks = await CodeIndexer.IndexAsync(new MemorySource(files), new CodeIndexOptions { Parsers = [new FixedChunks()] });
        CodeIndex index = await CodeIndexer.IndexAsync(new MemorySource(files));
        double[] hits = new double[s_systems.Length];
        for (int i = 0; i < files.Length; i++)
        {
            string query = SiblingRoles.Question(SiblingRoles.Roles[i]);
            hits[0] += words.Search(query) is [var first, ..] && first.Path == files[i].Path ? 1 : 0;
            hits[1] += (await HitsAsync(chunks, query, "")).FirstOrDefault().Path == files[i].Path ? 1 : 0;
            hits[2] += (await HitsAsync(index, query, "")).FirstOrDefault().Path == files[i].Path ? 1 : 0;
        }

        return [.. hits.Select(h => h / files.Length)];
    }

    private static async Task<(string Path, LineRange Lines)[]> HitsAsync(CodeIndex index, string query, string prefix) =>
        [.. (await index.SearchAsync(query, new SearchOptions { MinimumRelevance = 0 })).Hits.Select(h => (prefix + h.Unit.Path, h.Unit.Lines))];
}
