using System.Text.Json;

namespace StructIndex;

/// <summary>
/// Reads a retrieval benchmark in the layout of BEIR (Thakur et al. 2021): <c>corpus.jsonl</c> (<c>_id</c>, <c>title</c>, <c>text</c>),
/// <c>queries.jsonl</c> (<c>_id</c>, <c>text</c>) and <c>qrels/*.tsv</c> (query, snippet, score). Each text is a piece of code and becomes
/// a file of its own; its title, where it has one, is the path.
/// </summary>
public static class SnippetCorpus
{
    /// <summary>Snippets that a run ranks for each query.</summary>
    public const int Depth = 1000;

    private const string CorpusFile = "corpus.jsonl";
    private const string QueriesFile = "queries.jsonl";

    /// <summary>Whether a folder has the layout.</summary>
    /// <param name="folder">The folder.</param>
    public static bool IsAt(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return File.Exists(Path.Combine(folder, CorpusFile)) && File.Exists(Path.Combine(folder, QueriesFile));
    }

    /// <summary>
    /// Reads a folder. Queries that are judged in no file of <c>qrels</c> are left out; scores above 0 are right answers.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="language">
    /// Language of the snippets as in <see cref="LanguageCatalog"/>; null to take it from the titles, or guess it from the code.
    /// </param>
    /// <exception cref="EvaluationFormatException">A line is not of the layout.</exception>
    /// <exception cref="StructIndexException">There is no file in <c>qrels</c>.</exception>
    /// <exception cref="ArgumentException">The language is not known.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static EvaluationSet Load(string folder, string? language = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (language is not null && !LanguageCatalog.All.Contains(language))
        {
            throw new ArgumentException($"The language '{language}' is not known; known are {string.Join(", ", LanguageCatalog.All)}.", nameof(language));
        }

        HashSet<string> ids = new(StringComparer.Ordinal);
        List<Snippet> snippets = JsonLineReader.Read(Path.Combine(folder, CorpusFile), json =>
        {
            string id = JsonLineReader.RequiredText(json, "_id", "give each snippet an id of its own");
            return ids.Add(id) ? new Snippet(id, JsonLineReader.Text(json, "title") ?? "", JsonLineReader.Text(json, "text") ?? "")
                : throw new FormatException($"the _id \"{id}\" occurs twice; give each snippet its own");
        });
        string guessed = language ?? SnippetLanguage.Guess(snippets.Where(snippet => Detected(snippet) is null).Select(snippet => snippet.Text));
        Dictionary<string, string> idOfPath = new(StringComparer.Ordinal);
        SourceFile[] files = [.. snippets.Select((snippet, number) => FileOf(snippet, number, language ?? Detected(snippet) ?? guessed, idOfPath))];
        string[] languages = [.. files.Select(file => file.Language).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new EvaluationSet(Queries(Path.Combine(folder, QueriesFile)), new MemorySource(files))
        {
            IsOwnSource = true,
            SnippetIds = idOfPath,
            Notes = [$"{files.Length} snippets, read as {string.Join(", ", languages)}."],
        };
    }

    private static string? Detected(Snippet snippet) => snippet.Title.Length == 0 ? null : LanguageCatalog.Detect(snippet.Title, snippet.Text);

    private static SourceFile FileOf(Snippet snippet, int number, string language, Dictionary<string, string> idOfPath)
    {
        string path = snippet.Title.Length == 0 ? SnippetPath.Of("", number) : idOfPath.ContainsKey(snippet.Title) ? SnippetPath.Of(snippet.Title, number) : snippet.Title;
        idOfPath.Add(path, snippet.Id);
        return new SourceFile(path, snippet.Text, language);
    }

    /// <summary>Whether a file of queries is of this layout: its first line has an <c>_id</c> and no <c>id</c>.</summary>
    internal static bool IsQueries(string path)
    {
        try
        {
            using JsonDocument first = JsonDocument.Parse(File.ReadLines(path).FirstOrDefault(line => !string.IsNullOrWhiteSpace(line)) ?? "");
            return first.RootElement.ValueKind == JsonValueKind.Object && first.RootElement.TryGetProperty("_id", out _) && !first.RootElement.TryGetProperty("id", out _);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            // The reader of the file says what is wrong with it.
            return false;
        }
    }

    /// <summary>Reads a file of queries; what answers them is in the folder <c>qrels</c> beside it.</summary>
    internal static List<EvaluationQuery> Queries(string path)
    {
        Dictionary<string, List<RelevanceTarget>> judged = Judgements(Path.GetDirectoryName(Path.GetFullPath(path))!);
        HashSet<string> ids = new(StringComparer.Ordinal);
        List<EvaluationQuery> queries = JsonLineReader.Read(path, json =>
        {
            string id = JsonLineReader.RequiredText(json, "_id", "give each query an id of its own");
            return ids.Add(id) ? new EvaluationQuery(id, JsonLineReader.RequiredText(json, "text", "it holds the question"), "", judged.GetValueOrDefault(id, []))
                : throw new FormatException($"the _id \"{id}\" occurs twice; give each query its own");
        });
        return queries.FindAll(query => !query.ExpectsNothing);
    }

    private static Dictionary<string, List<RelevanceTarget>> Judgements(string folder)
    {
        string qrels = Path.Combine(folder, "qrels");
        string[] files = Directory.Exists(qrels) ? Directory.GetFiles(qrels, "*.tsv") : [];
        if (files.Length == 0)
        {
            throw new StructIndexException($"There are no judgements: {qrels} holds no .tsv file of query, snippet and score.", qrels);
        }

        Dictionary<string, List<RelevanceTarget>> judged = new(StringComparer.Ordinal);
        foreach (string file in files.Order(StringComparer.Ordinal))
        {
            int number = 0;
            foreach (string line in File.ReadLines(file))
            {
                number++;
                string[] cells = line.Split('\t');
                bool isRow = cells.Length == 3 && double.TryParse(cells[2], System.Globalization.CultureInfo.InvariantCulture, out _);
                if (!isRow && number > 1 && line.Length > 0)
                {
                    throw new EvaluationFormatException(file, number, "this is no judgement; write query, snippet and score with tabs between them");
                }

                if (isRow && double.Parse(cells[2], System.Globalization.CultureInfo.InvariantCulture) > 0)
                {
                    List<RelevanceTarget> targets = judged.TryGetValue(cells[0], out List<RelevanceTarget>? known) ? known : judged[cells[0]] = [];
                    if (!targets.Exists(target => target.Path == cells[1]))
                    {
                        targets.Add(new RelevanceTarget(cells[1]));
                    }
                }
            }
        }

        return judged;
    }

    private sealed record Snippet(string Id, string Title, string Text);
}
