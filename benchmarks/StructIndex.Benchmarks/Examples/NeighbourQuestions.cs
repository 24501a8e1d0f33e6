using System.Text.Json;

namespace StructIndex.Benchmarks;

/// <summary>A small shop whose functions have names that say nothing (<c>process</c>, <c>apply</c>, <c>commit_step2</c>), and questions that only their callers and callees answer.</summary>
internal static class NeighbourQuestions
{
    /// <summary>Asks all questions.</summary>
    /// <param name="folder">The folder of the shop, with <c>questions.jsonl</c> in it.</param>
    /// <param name="withGraph">Whether calls are bound.</param>
    /// <returns>For each question its text, the function that answers it, and the rank of that function; 0 when it is not among ten hits.</returns>
    public static async Task<IReadOnlyList<(string Question, string Answer, int Rank, string First)>> AskAsync(string folder, bool withGraph)
    {
        DirectorySource source = new(folder, new SourceOptions { Include = ["**/*.py"] });
        CodeIndex index = await CodeIndexer.IndexAsync(source, new CodeIndexOptions { BindEdges = withGraph });
        List<(string, string, int, string)> answers = [];
        foreach (string line in File.ReadLines(Path.Combine(folder, "questions.jsonl")))
        {
            using JsonDocument row = JsonDocument.Parse(line);
            string question = row.RootElement.GetProperty("query").GetString()!;
            JsonElement target = row.RootElement.GetProperty("relevant")[0];
            (string path, string symbol) = (target.GetProperty("path").GetString()!, target.GetProperty("symbol").GetString()!);
            SearchResult found = await index.SearchAsync(question, new SearchOptions { MinimumRelevance = 0 });
            int rank = found.Hits.Where(hit => hit.Unit.Path == path && hit.Unit.Name == symbol).Select(hit => hit.Rank).FirstOrDefault();
            answers.Add((question, $"{path}:{symbol}", rank, found.Hits.Count == 0 ? "" : $"{found.Hits[0].Unit.Path}:{found.Hits[0].Unit.Name}"));
        }

        return answers;
    }
}
