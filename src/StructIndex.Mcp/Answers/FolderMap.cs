namespace StructIndex;

/// <summary>Counts what folders hold.</summary>
internal static class FolderMap
{
    private const int MaxNames = 6;

    /// <summary>The folders below a folder, by path, and then the files in it.</summary>
    /// <param name="units">All units, by path.</param>
    /// <param name="root">Prefix of paths: empty, or with a slash at its end.</param>
    /// <param name="depth">Levels of folders, 1 or more.</param>
    public static IReadOnlyList<MapItem> Of(IReadOnlyList<CodeUnit> units, string root, int depth)
    {
        SortedDictionary<string, (int Files, int Units)> folders = new(StringComparer.Ordinal);
        List<MapItem> files = [];
        foreach (IGrouping<string, CodeUnit> file in units.Where(unit => unit.Path.StartsWith(root, StringComparison.Ordinal)).GroupBy(static unit => unit.Path, StringComparer.Ordinal))
        {
            int count = file.Count(), slash = root.Length - 1;
            for (int level = 0; level < depth && (slash = file.Key.IndexOf('/', slash + 1)) >= 0; level++)
            {
                (int Files, int Units) known = folders.GetValueOrDefault(file.Key[..(slash + 1)]);
                folders[file.Key[..(slash + 1)]] = (known.Files + 1, known.Units + count);
            }

            if (file.Key.IndexOf('/', root.Length) < 0)
            {
                files.Add(new MapItem(file.Key, 1, count, Outermost([.. file])));
            }
        }

        return [.. folders.Select(static folder => new MapItem(folder.Key, folder.Value.Files, folder.Value.Units, [])), .. files];
    }

    private static string[] Outermost(CodeUnit[] units)
    {
        CodeUnit[] declared = [.. units.Where(static unit => unit.Kind != UnitKind.Module)];
        string[] names = [.. declared.Where(unit => !declared.Any(outer => outer != unit && outer.Lines.Start <= unit.Lines.Start && outer.Lines.End >= unit.Lines.End && outer.Lines.Count > unit.Lines.Count)).Select(static unit => Answer.Short(unit.Name)).Distinct(StringComparer.Ordinal)];
        return names.Length <= MaxNames ? names : [.. names.Take(MaxNames), $"{names.Length - MaxNames} more"];
    }
}
