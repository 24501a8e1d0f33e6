namespace StructIndex;

/// <summary>A filter made ready for one index: which of its units may be hits.</summary>
internal static class FilterMask
{
    /// <summary>One flag for each unit, or null when all are allowed.</summary>
    public static bool[]? Of(UnitFilter? filter, IndexContents contents)
    {
        if (filter is null || (filter.Languages.Count == 0 && filter.PathGlobs.Count == 0 && filter.Kinds.Count == 0))
        {
            return null;
        }

        HashSet<string> languages = new(filter.Languages, StringComparer.OrdinalIgnoreCase);
        HashSet<UnitKind> kinds = [.. filter.Kinds];
        GlobSet globs = new(filter.PathGlobs, []);
        bool[] allowed = new bool[contents.Units.Count];
        for (int file = 0; file < contents.FileCount; file++)
        {
            // All units of a file have its path and language.
            (int start, int end) = (contents.FileStarts[file], contents.FileStarts[file + 1]);
            CodeUnit first = contents.Units[start];
            if ((languages.Count > 0 && !languages.Contains(first.Language)) || !globs.Takes(first.Path))
            {
                continue;
            }

            for (int unit = start; unit < end; unit++)
            {
                allowed[unit] = kinds.Count == 0 || kinds.Contains(contents.Units[unit].Kind);
            }
        }

        return allowed;
    }
}
