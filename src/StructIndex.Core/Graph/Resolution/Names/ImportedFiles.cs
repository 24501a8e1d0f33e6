namespace StructIndex;

/// <summary>Follows imports from file to file.</summary>
internal static class ImportedFiles
{
    /// <summary>Files whose imports are followed; of a file from which more are reached, all count as reached.</summary>
    private const int MaxFiles = 256;

    /// <summary>
    /// Whether a script imports another, directly or through others: what a file of scripts works with, its types at least, it imports.
    /// Always true of other languages.
    /// </summary>
    public static bool Reach(SymbolFinder symbols, int from, int file) =>
        !symbols.Names.Rules[from].Has(ScopeTraits.DefaultExports) || symbols.ScopeOf(from).Imported is not { } imported || imported.Contains(file);

    /// <summary>The files that a file imports, directly or through others; null for more than are followed.</summary>
    public static HashSet<int>? Of(SymbolFinder symbols, int file)
    {
        HashSet<int> seen = [file];
        List<int> queue = [file];
        for (int at = 0; at < queue.Count; at++)
        {
            if (at >= MaxFiles)
            {
                return null;
            }

            foreach (int next in symbols.ScopeOf(queue[at]).ImportedDirectly)
            {
                if (seen.Add(next))
                {
                    queue.Add(next);
                }
            }
        }

        return seen;
    }

    /// <summary>The files that a file itself imports, and those that declare what it imports by name.</summary>
    public static int[] Direct(SymbolFinder symbols, int file)
    {
        HashSet<int> files = [];
        List<int> found = [];
        foreach (ImportedName import in symbols.Names.Set.Files[file].Imports)
        {
            found.Clear();
            NameScope[] places = [symbols.Modules.Find(file, import.Module), import.Name is null or "*" ? NameScope.Unknown : symbols.Imported(file, import, found)];
            files.UnionWith(places.Where(place => place is { Kind: NameScopeKind.File, Index: >= 0 }).Select(place => place.Index));
            files.UnionWith(found.Select(symbols.Names.Set.FileOf));
        }

        return [.. files];
    }
}
