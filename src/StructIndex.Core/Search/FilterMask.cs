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
            Span<bool> ofFile = allowed.AsSpan(contents.FileStarts[file]..contents.FileStarts[file + 1]);
            CodeUnit first = contents.Units[contents.FileStarts[file]];
            if ((languages.Count > 0 && !languages.Contains(first.Language)) || !globs.Takes(first.Path))
            {
                continue;
            }

            for (int unit = 0; unit < ofFile.Length; unit++)
            {
                ofFile[unit] = kinds.Count == 0 || kinds.Contains(contents.Units[contents.FileStarts[file] + unit].Kind);
            }
        }

        return allowed;
    }
}
