namespace StructIndex.Benchmarks;

/// <summary>A repository that questions are made from: a row of <c>benchmarks/corpus/styles.tsv</c>.</summary>
/// <param name="Repository">Owner and name, <c>/</c> between them.</param>
/// <param name="Language">Its principal language.</param>
/// <param name="Domain">What it is about, in one word; repositories of one domain may answer each other's questions.</param>
/// <param name="IsDevelopment">Whether it belongs to the development set, so that nothing may be fitted on it that is then reported for it.</param>
internal sealed record StyleRepository(string Repository, string Language, string Domain, bool IsDevelopment)
{
    /// <summary>Name of its tree and of its questions. The development set has trees of the plain names already.</summary>
    public string Name => IsDevelopment ? Package + "-styles" : Package;

    /// <summary>The name without its owner.</summary>
    public string Package => Repository[(Repository.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>Reads the list.</summary>
    public static IReadOnlyList<StyleRepository> Load(string file) =>
        [.. File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).Select(row => new StyleRepository(row[0], row[1], row[2], row[3] == "development"))];

    /// <summary>Its bare git directory: <c>OWNER+NAME/repo</c> in the folder of all.</summary>
    public string GitDirectory(string mirror) => GitDirectory(mirror, Repository);

    /// <summary>The bare git directory of a repository.</summary>
    public static string GitDirectory(string mirror, string repository) => Path.Combine(mirror, repository.Replace('/', '+'), "repo");

    /// <summary>A generator of random numbers that is the same in every run for the same repository and purpose.</summary>
    public Random Random(string purpose) => new((int)StableHash.Of($"{Repository} {purpose}"));
}
