using System.Text;

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
    public static SearchOptions InBestFiles(IReadOnlyList<SearchHit> hits, UnitFilter? filter)
    {
        string[] paths = [.. hits.Select(hit => hit.Unit.Path).Distinct(StringComparer.Ordinal).Take(ContextGains.DeepFiles)];
        return new SearchOptions
        {
            Limit = paths.Length * (1 + ContextGains.FurtherUnits),
            MinimumRelevance = 0,
            FilesFirst = true,
            Filter = (filter ?? new UnitFilter()) with { PathGlobs = [.. paths.Select(Exactly)] },
        };
    }

    /// <summary>The hits of both, without repetitions: those of the first in their order, each best file's further units behind its first hit.</summary>
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

    // From the root, with the signs of a glob taken as they are.
    private static string Exactly(string path)
    {
        StringBuilder glob = new("/");
        foreach (char c in path)
        {
            _ = c is '*' or '?' or '[' or ']' or '{' or '}' or ',' or '\\' ? glob.Append('\\').Append(c) : glob.Append(c);
        }

        return glob.ToString();
    }
}
