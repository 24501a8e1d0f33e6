using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace StructIndex.Benchmarks;

/// <summary>Asks each tree of a training set its own questions and those that it cannot answer, and keeps the evidence; a tree that is there already is left as it is.</summary>
internal static class ReadEvidence
{
    public const string Help = "--data DIR --cache DIR --evidence DIR [--words] [--part I/N]: ask the trees of 'styles' and 'styles-trees' all their questions, and keep the evidence of each answer";

    public static async Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        StyleFiles data = new(options.Get("data"));
        string evidence = Directory.CreateDirectory(options.Get("evidence")).FullName;
        int[] part = options.Find("part") is { } text ? [.. text.Split('/').Select(number => int.Parse(number, CultureInfo.InvariantCulture))] : [0, 1];
        IndexCache indexes = new(options.Get("cache"));
        foreach (string name in data.Names.Where((_, at) => at % part[1] == part[0]))
        {
            string file = Path.Combine(evidence, name + ".jsonl");
            if (!File.Exists(file))
            {
                long started = Stopwatch.GetTimestamp();
                CodeIndex index = new(await indexes.GetAsync(name, new DirectorySource(Path.Combine(data.Trees, name))), arguments.Contains("--words") ? null : CodeIndexer.DefaultEmbeddingGenerator);
                TimeSpan indexed = Stopwatch.GetElapsedTime(started);
                List<AskedQuestion> asked = [];
                foreach (StyledQuestion question in data.Questions(name).Concat(data.Negatives(name)))
                {
                    asked.Add(await AskAsync(index, question));
                }

                await File.WriteAllLinesAsync(file + ".part", asked.Select(one => JsonSerializer.Serialize(one, StyleJson.Default.AskedQuestion)));
                File.Move(file + ".part", file, overwrite: true);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {index.Units.Count} units, {asked.Count} questions; index {indexed.TotalSeconds:0.0} s, all {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s"));
            }
        }

        return 0;
    }

    /// <summary>Reads the evidence of a folder.</summary>
    public static List<AskedQuestion> Load(string folder) =>
        [.. Directory.GetFiles(folder, "*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Select(line => JsonSerializer.Deserialize(line, StyleJson.Default.AskedQuestion)!)];

    private static async Task<AskedQuestion> AskAsync(CodeIndex index, StyledQuestion question)
    {
        SearchResult found = await index.SearchAsync(question.Query, new SearchOptions { MinimumRelevance = 0 });

        // Targets are files: a further unit of a right file is not right for that.
        SearchHit[] hits = [.. found.Hits.DistinctBy(hit => hit.Unit.Path)];
        HashSet<string> targets = [.. question.Relevant.Select(target => target.Path)];
        return new AskedQuestion(question, found.Features?.AsSpan().ToArray(), found.Features?.NamesSymbol == true, found.Readings.Count > 0, [.. hits.Select(hit => hit.Features)], [.. hits.Select(hit => targets.Contains(hit.Unit.Path))]);
    }
}
