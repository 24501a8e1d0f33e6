namespace StructIndex;

/// <summary>
/// Gives what was found the path that the questions use. Questions may be written for a folder above the indexed one (the root of the
/// repository): then all their paths begin with the same folders, which the paths of the index lack. Snippets go by their ids, each once.
/// </summary>
internal sealed class TargetPaths
{
    private readonly string _prefix;
    private readonly IReadOnlyDictionary<string, string>? _snippetIds;

    private TargetPaths(string prefix, IReadOnlyDictionary<string, string>? snippetIds, IReadOnlyList<string> missing) => (_prefix, _snippetIds, Missing) = (prefix, snippetIds, missing);

    /// <summary>Paths of targets that nothing in the index has, in ordinal order.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>
    /// Finds the folders that lead from the questions' root to the index's: begun with by most targets, and those under which most of them
    /// are found.
    /// </summary>
    public static TargetPaths Of(EvaluationSet set, IEnumerable<string> indexedPaths)
    {
        HashSet<string> indexed = set.SnippetIds is { } ids ? [.. indexedPaths.Select(path => ids.GetValueOrDefault(path, path))] : [.. indexedPaths];
        string[] targets = [.. set.Queries.SelectMany(query => query.Targets).Select(target => target.Path).OfType<string>().Distinct(StringComparer.Ordinal)];
        string prefix = set.SnippetIds is not null ? "" : targets.SelectMany(Ends)
            .Where(end => indexed.Contains(end.Tail))
            .GroupBy(end => end.Prefix, StringComparer.Ordinal)
            .Where(group => 2 * targets.Count(target => target.StartsWith(group.Key, StringComparison.Ordinal)) > targets.Length)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key.Length).ThenBy(group => group.Key, StringComparer.Ordinal)
            .FirstOrDefault()?.Key ?? "";
        return new TargetPaths(prefix, set.SnippetIds, [.. targets.Where(target => !IsIndexed(target)).Order(StringComparer.Ordinal)]);

        bool IsIndexed(string target) => target.StartsWith(prefix, StringComparison.Ordinal) && indexed.Contains(target[prefix.Length..]);
    }

    /// <summary>The same answer in the questions' paths.</summary>
    public RetrievalAnswer Name(RetrievalAnswer answer) => _snippetIds is null && _prefix.Length == 0 ? answer
        : answer with { Items = _snippetIds is null ? [.. answer.Items.Select(Name)] : [.. answer.Items.Select(Name).DistinctBy(item => item.Path, StringComparer.Ordinal)] };

    /// <summary>The same thing in the questions' paths.</summary>
    public RetrievedItem Name(RetrievedItem item) => item with { Path = _snippetIds?.GetValueOrDefault(item.Path, item.Path) ?? _prefix + item.Path };

    private static IEnumerable<(string Prefix, string Tail)> Ends(string path)
    {
        for (int at = 0; at >= 0 && at < path.Length; at = path.IndexOf('/', at) is var slash && slash < 0 ? -1 : slash + 1)
        {
            yield return (path[..at], path[at..]);
        }
    }
}
