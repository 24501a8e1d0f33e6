namespace StructIndex.Benchmarks;

/// <summary>What is known of a repository that was asked: a row of <c>repos.json</c>.</summary>
/// <param name="Name">Name of its tree and its questions.</param>
/// <param name="Repo">Owner and name.</param>
/// <param name="Language">Its principal language.</param>
/// <param name="Domain">Its domain; empty where none is given.</param>
/// <param name="Kind"><c>training</c>, <c>development</c> or <c>real</c>.</param>
/// <param name="Revision">The revision of the tree.</param>
/// <param name="Root">The folder of the tree that is indexed.</param>
/// <param name="Files">Number of files that do the work.</param>
/// <param name="Units">Number of their types and callables.</param>
/// <param name="Questions">Number of questions of each style.</param>
internal sealed record StyledRepositoryFacts(string Name, string Repo, string Language, string Domain, string Kind, string Revision, string Root, int Files, int Units, IReadOnlyDictionary<string, int> Questions)
{
    public static StyledRepositoryFacts Of(StyleRepository repository, string revision, StyledTree tree, IEnumerable<StyledQuestion> questions) => new(
        repository.Name, repository.Repository, repository.Language, repository.Domain, repository.IsDevelopment ? "development" : "training", revision, ".", tree.AskedPaths.Count, tree.Asked.Count, Counts(questions));

    public static IReadOnlyDictionary<string, int> Counts(IEnumerable<StyledQuestion> questions) =>
        questions.CountBy(question => question.Style).OrderBy(style => style.Key, StringComparer.Ordinal).ToDictionary(style => style.Key, style => style.Value, StringComparer.Ordinal);
}
