using System.Text.Json;

namespace StructIndex.Benchmarks;

/// <summary>
/// The folder of a training set: <c>trees/NAME/</c>, <c>questions/NAME.jsonl</c>, <c>negatives/NAME.jsonl</c> (questions without an answer),
/// <c>about/NAME.json</c>, <c>words/NAME.tsv</c>, and <c>repos.json</c> with all of <c>about</c>.
/// </summary>
/// <param name="folder">The folder.</param>
internal sealed class StyleFiles(string folder)
{
    public string Trees => In("trees");

    /// <summary>Whether the questions of a repository are there.</summary>
    public bool Has(string name) => File.Exists(Path.Combine(In("about"), name + ".json"));

    /// <summary>The trees whose questions are there, by name.</summary>
    public IEnumerable<string> Names => Directory.EnumerateFiles(In("about")).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    public IReadOnlyList<StyledQuestion> Questions(string name) => Read("questions", name);

    public IReadOnlyList<StyledQuestion> Negatives(string name) => Read("negatives", name);

    public TreeWords Words(string name) => TreeWords.Load(Path.Combine(In("words"), name + ".tsv"));

    public void Save(StyledRepositoryFacts facts, IEnumerable<StyledQuestion> questions, TreeWords? words)
    {
        Write("questions", facts.Name, questions);
        words?.Save(Path.Combine(In("words"), facts.Name + ".tsv"));
        File.WriteAllText(Path.Combine(In("about"), facts.Name + ".json"), JsonSerializer.Serialize(facts, StyleJson.Default.StyledRepositoryFacts));
    }

    public void SaveNegatives(string name, IEnumerable<StyledQuestion> questions) => Write("negatives", name, questions);

    /// <summary>Writes <c>repos.json</c>.</summary>
    /// <returns>All repositories, by name.</returns>
    public IReadOnlyList<StyledRepositoryFacts> SaveList()
    {
        StyledRepositoryFacts[] all = [.. Directory.EnumerateFiles(In("about")).Order(StringComparer.Ordinal).Select(file => JsonSerializer.Deserialize(File.ReadAllText(file), StyleJson.Default.StyledRepositoryFacts)!)];
        string list = Path.Combine(folder, "repos.json");
        File.WriteAllText(list + ".part", "[\n" + string.Join(",\n", all.Select(facts => JsonSerializer.Serialize(facts, StyleJson.Default.StyledRepositoryFacts))) + "\n]\n");
        File.Move(list + ".part", list, overwrite: true);
        return all;
    }

    private string In(string name) => Directory.CreateDirectory(Path.Combine(folder, name)).FullName;

    private StyledQuestion[] Read(string kind, string name) =>
        File.Exists(Path.Combine(In(kind), name + ".jsonl")) ? [.. File.ReadLines(Path.Combine(In(kind), name + ".jsonl")).Select(line => JsonSerializer.Deserialize(line, StyleJson.Default.StyledQuestion)!)] : [];

    private void Write(string kind, string name, IEnumerable<StyledQuestion> questions) =>
        File.WriteAllLines(Path.Combine(In(kind), name + ".jsonl"), questions.Select(question => JsonSerializer.Serialize(question, StyleJson.Default.StyledQuestion)));
}
