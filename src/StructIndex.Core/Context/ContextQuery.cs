namespace StructIndex;

/// <summary>What a context pack asks of the search: the best unit of many files, then further units of the best files.</summary>
internal static class ContextQuery
{
    // No signature with its heading takes fewer tokens than this.
    private const int MinTokens = 20;
    private const int MinFiles = 10;
    private const int MaxFiles = 200;

    /// <summary>The first search.</summary>
    public static SearchOptions First(int budget, ContextOptions options) => new()
    {
        Limit = Math.Clamp(budget / MinTokens, MinFiles, MaxFiles),
        Filter = options.Filter,
        MinimumRelevance = options.MinimumRelevance,
        FilesFirst = true,
    };

    /// <summary>The search for further units of the best files.</summary>
    /// <param name="files">How many files.</param>
    /// <param name="filter">The filter of the first search.</param>
    public static SearchOptions InBestFiles(int files, UnitFilter? filter) => new()
    {
        Limit = files * (1 + ContextGains.FurtherUnits),
        MinimumRelevance = 0,
        FilesFirst = true,
        Filter = filter,
    };

    /// <summary>
    /// The hits of both, without repetitions: those of the first in their order, each best file's further units behind its first hit.
    /// </summary>
    public static IReadOnlyList<SearchHit> Join(IReadOnlyList<SearchHit> first, IReadOnlyList<SearchHit> deeper)
    {
        HashSet<CodeUnit> known = [.. first.Select(hit => hit.Unit)];
        ILookup<string, SearchHit> further = deeper.Where(hit => !known.Contains(hit.Unit)).ToLookup(hit => hit.Unit.Path, StringComparer.Ordinal);
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<SearchHit> joined = [];
        foreach (SearchHit hit in first)
        {
            joined.Add(hit);
            if (seen.Add(hit.Unit.Path))
            {
                joined.AddRange(further[hit.Unit.Path].Take(ContextGains.FurtherUnits));
            }
        }

        return joined;
    }
}
