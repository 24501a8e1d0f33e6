using System.Text.Json;

namespace StructIndex.Benchmarks;

/// <summary>
/// A set of repositories with queries: <c>repos.json</c> (name, language, root) and <c>repos/NAME.jsonl</c> (id, query, category, relevant)
/// in one folder, the checked-out sources as <c>NAME/ROOT</c> in another.
/// </summary>
internal sealed record DevelopmentSet(IReadOnlyList<DevelopmentRepository> Repositories)
{
    public static DevelopmentSet Load(string evaluation, string sources)
    {
        using JsonDocument list = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(evaluation, "repos.json")));
        List<DevelopmentRepository> repositories = [];
        foreach (JsonElement row in list.RootElement.EnumerateArray())
        {
            string name = row.GetProperty("name").GetString()!, root = row.GetProperty("root").GetString()!;
            List<DevelopmentQuery> queries = [];
            foreach (string line in File.ReadLines(Path.Combine(evaluation, "repos", name + ".jsonl")))
            {
                using JsonDocument query = JsonDocument.Parse(line);
                queries.Add(new DevelopmentQuery(
                    query.RootElement.GetProperty("id").GetString()!,
                    query.RootElement.GetProperty("query").GetString()!,
                    query.RootElement.GetProperty("category").GetString()!,
                    [.. query.RootElement.GetProperty("relevant").EnumerateArray().Select(DevelopmentTarget.Read)]));
            }

            repositories.Add(new DevelopmentRepository(name, row.GetProperty("language").GetString()!, Path.Combine(sources, name, root), root == "." ? "" : root + "/", queries));
        }

        return new DevelopmentSet(repositories);
    }
}

/// <summary>A repository of the set.</summary>
internal sealed record DevelopmentRepository(string Name, string Language, string Folder, string Prefix, IReadOnlyList<DevelopmentQuery> Queries);

/// <summary>A question and what answers it.</summary>
internal sealed record DevelopmentQuery(string Id, string Text, string Category, IReadOnlyList<DevelopmentTarget> Targets)
{
    /// <summary>Quality of a ranked list of answers.</summary>
    public RankingMetrics Measure(IReadOnlyList<(string Path, LineRange Lines)> ranked) => RankingMetrics.Of(
        [.. Targets.Select(target => 1 + ranked.Index().Where(answer => target.IsHitBy(answer.Item.Path, answer.Item.Lines)).Select(answer => answer.Index).DefaultIfEmpty(-1).First())]);
}

/// <summary>A file, or lines of one, that answers.</summary>
internal sealed record DevelopmentTarget(string Path, int Start, int End)
{
    public static DevelopmentTarget Read(JsonElement json) => new(
        json.GetProperty("path").GetString()!,
        json.TryGetProperty("start", out JsonElement start) ? start.GetInt32() : 0,
        json.TryGetProperty("end", out JsonElement end) ? end.GetInt32() : int.MaxValue);

    public bool IsHitBy(string path, LineRange lines) =>
        string.Equals(path, Path, StringComparison.Ordinal) && (Start == 0 || (lines.End >= Start && lines.Start <= End));
}
