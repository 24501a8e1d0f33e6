namespace StructIndex;

/// <summary>Follows <c>#include</c>.</summary>
internal static class IncludedHeaders
{
    /// <summary>Files whose includes are followed.</summary>
    private const int MaxFiles = 256;

    /// <summary>Names, without extension, of the headers that a file includes, directly or through others.</summary>
    public static HashSet<string> Of(SymbolFinder symbols, int file)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        List<int> queue = [file];
        HashSet<int> seen = [file];
        for (int at = 0; at < queue.Count && at < MaxFiles; at++)
        {
            foreach (string header in symbols.ImportsOf(queue[at]).Whole)
            {
                names.Add(CodeFiles.Stem(header.Trim('"', '<', '>')));
                if (symbols.Modules.Find(queue[at], header) is { Kind: NameScopeKind.File, Index: >= 0 } place && seen.Add(place.Index))
                {
                    queue.Add(place.Index);
                }
            }
        }

        return names;
    }
}
