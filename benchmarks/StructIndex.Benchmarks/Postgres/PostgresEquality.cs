using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>The same questions to indexes in memory and to the same indexes in a database: how far the answers are the same.</summary>
internal static class PostgresEquality
{
    public const string Help = "--to CONNECTION --eval DIR --sources DIR [--strangers 100]: the questions of a development set to each index in memory and in a database of PostgreSQL, each repository alone and all as one; those of other repositories stand for questions without an answer";

    public static async Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        int strangers = options.Number("strangers", 100);
        DevelopmentRepository[] repositories = [.. DevelopmentSet.Load(options.Get("eval"), options.Get("sources")).Repositories.Where(repository => Directory.Exists(repository.Folder))];
        await using PostgresCodeStore store = new(options.Get("to"));
        await store.MigrateAsync(CodeModel.Default.Model.Dimensions);
        Console.WriteLine("| repository | units | questions | nDCG@10 memory | database | first ten the same | first the same | outcome the same | foreign questions | no hits: memory | database | outcome the same |\n|-|-|-|-|-|-|-|-|-|-|-|-|");
        List<(string, CodeIndex)> all = [];
        List<Comparison> own = [], foreign = [];
        foreach (DevelopmentRepository repository in repositories)
        {
            CodeIndex index = await CodeIndexer.IndexDirectoryAsync(repository.Folder);
            all.Add((repository.Name, index));
            DevelopmentQuery[] others = [.. repositories.Where(other => other != repository).SelectMany(other => other.Queries).OrderBy(query => StableHash.Of(query.Text)).Take(strangers)];
            (List<Comparison> asked, List<Comparison> strange) = await CompareAsync(store, index, repository.Name, [.. repository.Queries.Select(query => (query, repository.Prefix, ""))], others);
            own.AddRange(asked);
            foreign.AddRange(strange);
        }

        Write("mean", 0, own, foreign);
        CodeIndex merged = await CodeIndex.MergeAsync(all);
        (DevelopmentQuery, string, string)[] everything = [.. repositories.SelectMany(repository => repository.Queries.Select(query => (query, repository.Prefix, repository.Name + "/")))];
        await CompareAsync(store, merged, "all as one", everything, []);
        return 0;
    }

    private static async Task<(List<Comparison> Own, List<Comparison> Foreign)> CompareAsync(
        PostgresCodeStore store, CodeIndex index, string name, (DevelopmentQuery Query, string Prefix, string Folder)[] questions, DevelopmentQuery[] others)
    {
        await store.PushAsync(index, name);
        PostgresCodeIndex branch = await store.OpenAsync(name, CodeModel.Default);
        List<Comparison> own = [], foreign = [];
        foreach ((DevelopmentQuery query, string prefix, string folder) in questions)
        {
            own.Add(await CompareAsync(index, branch, query, path => prefix + path[folder.Length..]));
        }

        foreach (DevelopmentQuery query in others)
        {
            foreign.Add(new Comparison(0, 0, true, true, (await index.SearchAsync(query.Text)).Outcome, (await branch.SearchAsync(query.Text)).Outcome));
        }

        Write(name, index.Units.Count, own, foreign);
        return (own, foreign);
    }

    private static async Task<Comparison> CompareAsync(CodeIndex index, PostgresCodeIndex branch, DevelopmentQuery query, Func<string, string> pathOf)
    {
        SearchResult memory = await index.SearchAsync(query.Text), database = await branch.SearchAsync(query.Text);

        // Where a search abstains its order is still compared.
        SearchOptions always = new() { MinimumRelevance = 0 };
        SearchResult memoryAll = await index.SearchAsync(query.Text, always), databaseAll = await branch.SearchAsync(query.Text, always);
        return new Comparison(
            Measure(query, memoryAll, pathOf),
            Measure(query, databaseAll, pathOf),
            memoryAll.Hits.Select(hit => hit.Unit.Id).SequenceEqual(databaseAll.Hits.Select(hit => hit.Unit.Id)),
            FirstOf(memoryAll) == FirstOf(databaseAll),
            memory.Outcome,
            database.Outcome);
    }

    private static string? FirstOf(SearchResult found) => found.Hits.Count > 0 ? found.Hits[0].Unit.Id : null;

    private static double Measure(DevelopmentQuery query, SearchResult found, Func<string, string> pathOf) =>
        query.Measure([.. found.Hits.Select(hit => (pathOf(hit.Unit.Path), hit.Unit.Lines))]).Ndcg;

    private static void Write(string name, int units, List<Comparison> own, List<Comparison> foreign)
    {
        string strange = foreign.Count == 0 ? "0 | | |" : string.Create(
            CultureInfo.InvariantCulture,
            $"{foreign.Count} | {foreign.Average(asked => asked.Memory == SearchOutcome.Nothing ? 1 : 0):0.0000} | {foreign.Average(asked => asked.Database == SearchOutcome.Nothing ? 1 : 0):0.0000} | {foreign.Average(asked => asked.Memory == asked.Database ? 1 : 0):0.0000}");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {units} | {own.Count} | {own.Average(asked => asked.MemoryNdcg):0.0000} | {own.Average(asked => asked.DatabaseNdcg):0.0000} | {own.Average(asked => asked.SameTen ? 1 : 0):0.000} | {own.Average(asked => asked.SameFirst ? 1 : 0):0.000} | {own.Average(asked => asked.Memory == asked.Database ? 1 : 0):0.000} | {strange} |"));
    }

    private sealed record Comparison(double MemoryNdcg, double DatabaseNdcg, bool SameTen, bool SameFirst, SearchOutcome Memory, SearchOutcome Database);
}
