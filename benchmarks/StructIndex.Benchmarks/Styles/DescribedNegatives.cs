using System.Text.Json;

namespace StructIndex.Benchmarks;

/// <summary>Questions that a language model wrote and that a repository cannot answer: those about repositories of another domain, about other worlds, and about what it nearly does.</summary>
internal sealed class DescribedNegatives
{
    private const int Others = 40;

    private readonly IReadOnlyList<(string Name, IReadOnlyList<StyledQuestion> Questions)> _all;
    private readonly Dictionary<string, string> _domains;
    private readonly string[] _world;
    private readonly ILookup<string, string> _near;

    /// <summary>Takes what all ask.</summary>
    /// <param name="repositories">The domains of repositories.</param>
    /// <param name="questions">The folder of the questions without an answer.</param>
    /// <param name="all">The repositories with their own questions.</param>
    public DescribedNegatives(IEnumerable<StyleRepository> repositories, string questions, IReadOnlyList<(string Name, IReadOnlyList<StyledQuestion> Questions)> all)
    {
        _all = all;
        _domains = repositories.Where(repository => repository.IsDevelopment).ToDictionary(repository => repository.Package, repository => repository.Domain, StringComparer.OrdinalIgnoreCase);
        _world = [.. Rows(Path.Combine(questions, "far.jsonl")).Select(row => row.GetProperty("query").GetString()!)];
        _near = Rows(Path.Combine(questions, "near.jsonl")).ToLookup(row => row.GetProperty("repository").GetString()!, row => row.GetProperty("query").GetString()!);
    }

    /// <summary>The questions for one repository.</summary>
    public IReadOnlyList<StyledQuestion> For(string name)
    {
        StyledQuestion own = _all.First(one => one.Name == name).Questions[0];
        string[] others = [.. _all.Where(one => DomainOf(one.Questions[0]) != DomainOf(own)).SelectMany(one => one.Questions).Select(question => question.Query)];
        new Random((int)StableHash.Of(name)).Shuffle(others);
        return [.. Kind("other", others.Take(Others)), .. Kind("world", _world), .. Kind("near", _near[name])];

        IEnumerable<StyledQuestion> Kind(string kind, IEnumerable<string> texts) =>
            texts.Select((text, at) => new StyledQuestion($"{name}-{kind}-{at}", text, own.Style, "no", own.Repo, own.Language, own.Tree, [], []) { Negative = kind });
    }

    private string DomainOf(StyledQuestion question) => _domains[question.Repo[(question.Repo.IndexOf('/', StringComparison.Ordinal) + 1)..]];

    private static IEnumerable<JsonElement> Rows(string file) => File.ReadLines(file).Select(line => JsonDocument.Parse(line).RootElement);
}
