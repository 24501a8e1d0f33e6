using System.Text.Json;

namespace StructIndex.Benchmarks;

/// <summary>Asks the repositories of a development set their own questions and those that they cannot answer.</summary>
internal static class RelevanceData
{
    private const int OthersAsked = 40;

    // Repositories about the same matter: a question about one may well be answered by another.
    private static readonly string[][] s_domains =
    [
        ["flask", "requests", "starlette", "chi", "express", "rack", "ktor", "alamofire", "phoenix", "plug"],
        ["click", "cobra", "zig-clap", "bats-core", "bash-it"],
        ["dapper", "ecto"],
        ["gson", "serde", "zod", "aeson", "pandoc"],
        ["fmtlib", "monolog"],
        ["telescope.nvim", "lazy.nvim", "mini.nvim"],
    ];

    public static async Task<List<AskedQuestion>> AskAsync(DevelopmentSet set, string questions, string cache, bool words)
    {
        List<string> far = [.. Lines(Path.Combine(questions, "far.jsonl")).Select(row => row.GetProperty("query").GetString()!)];
        ILookup<string, string> near = Lines(Path.Combine(questions, "near.jsonl")).ToLookup(row => row.GetProperty("repository").GetString()!, row => row.GetProperty("query").GetString()!);
        List<AskedQuestion> asked = [];
        IndexCache indexes = new(cache);
        foreach (DevelopmentRepository repository in set.Repositories)
        {
            CodeIndex index = new(await indexes.GetAsync(repository), words ? null : CodeIndexer.DefaultEmbeddingGenerator);
            foreach (DevelopmentQuery query in repository.Queries)
            {
                asked.Add(await AskAsync(index, repository, QuestionKind.Own, query.Text, query.Targets));
            }

            string[] others = [.. set.Repositories.Where(other => Domain(other.Name) != Domain(repository.Name)).SelectMany(other => other.Queries).Select(query => query.Text)];
            new Random(Seed(repository.Name)).Shuffle(others);
            foreach ((QuestionKind kind, IEnumerable<string> texts) in new (QuestionKind, IEnumerable<string>)[] { (QuestionKind.Other, others.Take(OthersAsked)), (QuestionKind.Far, far), (QuestionKind.Near, near[repository.Name]) })
            {
                foreach (string text in texts)
                {
                    asked.Add(await AskAsync(index, repository, kind, text, []));
                }
            }
        }

        return asked;
    }

    private static async Task<AskedQuestion> AskAsync(CodeIndex index, DevelopmentRepository repository, QuestionKind kind, string text, IReadOnlyList<DevelopmentTarget> targets)
    {
        SearchResult found = await index.SearchAsync(text, new SearchOptions { MinimumRelevance = 0 });
        // Targets are files: a further unit of a right file is not right for that.
        IEnumerable<SearchHit> hits = found.Hits.DistinctBy(hit => hit.Unit.Path);
        return new AskedQuestion(repository.Name, kind, text, found.Features?.AsSpan().ToArray(), [.. hits.Select(hit => (Values(hit.Features), targets.Any(target => target.IsHitBy(repository.Prefix + hit.Unit.Path, hit.Unit.Lines))))]);
    }

    private static double[] Values(HitFeatures hit)
    {
        double[] values = new double[HitFeatures.Count];
        hit.CopyTo(values);
        return values;
    }

    private static string Domain(string name) => Array.Find(s_domains, domain => domain.Contains(name))?[0] ?? name;

    private static int Seed(string name) => name.Aggregate(17, (seed, c) => unchecked((seed * 31) + c));

    private static IEnumerable<JsonElement> Lines(string file) => File.ReadLines(file).Select(line => JsonDocument.Parse(line).RootElement);
}
