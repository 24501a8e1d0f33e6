namespace StructIndex;

/// <summary>What filters read of units, side by side: read from fifty thousand units all over memory, a filter would take longer than the search. Made once.</summary>
internal sealed class FilterColumns
{
    private static readonly UnitKind[] s_allKinds = Enum.GetValues<UnitKind>();

    private readonly IReadOnlyList<CodeUnit> _units;
    private readonly int[] _fileStarts;
    private readonly UnitKind[] _kinds;
    private readonly string[] _paths;
    private readonly string[] _languages;

    // For each file the place of its language among the languages.
    private readonly int[] _languageOf;

    /// <summary>Reads the columns from an index.</summary>
    public FilterColumns(IndexContents contents)
    {
        _units = contents.Units;
        _fileStarts = contents.FileStarts;
        _kinds = [.. contents.Units.Select(unit => unit.Kind)];
        _paths = [.. Enumerable.Range(0, contents.FileCount).Select(contents.PathOf)];

        // All units of a file have its language.
        string[] languages = [.. Enumerable.Range(0, contents.FileCount).Select(file => contents.Units[_fileStarts[file]].Language)];
        _languages = [.. languages.Distinct(StringComparer.Ordinal)];
        _languageOf = Array.ConvertAll(languages, language => Array.IndexOf(_languages, language));
    }

    /// <summary>Which units a filter allows: one flag for each, or null when all are allowed.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="files">The files to which it is confined; null for all.</param>
    /// <exception cref="ArgumentException">A glob is malformed, or there is no such language.</exception>
    public bool[]? Allowed(UnitFilter filter, IReadOnlyCollection<int>? files = null)
    {
        if (files is null && filter.Languages.Count == 0 && filter.PathGlobs.Count == 0 && filter.Kinds.Count == 0 && filter.Where is null)
        {
            return null;
        }

        HashSet<string> named = [.. filter.Languages.Select(language => LanguageOf(language, _languages))];
        bool[] languages = Array.ConvertAll(_languages, language => named.Count == 0 || named.Contains(language));
        bool[] kinds = Array.ConvertAll(s_allKinds, kind => filter.Kinds.Count == 0 || filter.Kinds.Contains(kind));
        GlobSet globs = new(filter.PathGlobs, []);
        bool[] allowed = new bool[_kinds.Length];
        foreach (int file in files ?? Enumerable.Range(0, _paths.Length))
        {
            if (!languages[_languageOf[file]] || !globs.Takes(_paths[file]))
            {
                continue;
            }

            Span<bool> units = allowed.AsSpan(_fileStarts[file].._fileStarts[file + 1]);
            units.Fill(true);
            for (int unit = 0; filter.Kinds.Count > 0 && unit < units.Length; unit++)
            {
                units[unit] = kinds[(int)_kinds[_fileStarts[file] + unit]];
            }

            for (int unit = 0; filter.Where is not null && unit < units.Length; unit++)
            {
                units[unit] = units[unit] && filter.Where(_units[_fileStarts[file] + unit]);
            }
        }

        return allowed;
    }

    /// <summary>The language that a filter names; c#, C++, .cs and cs name one too.</summary>
    /// <param name="written">What the filter says.</param>
    /// <param name="held">The languages of the index.</param>
    /// <exception cref="ArgumentException">There is no such language.</exception>
    public static string LanguageOf(string written, string[] held)
    {
        string plain = written.Replace("#", "sharp", StringComparison.Ordinal).Replace('+', 'p').TrimStart('.').ToLowerInvariant();
        return Array.Find(held, language => language.Equals(plain, StringComparison.OrdinalIgnoreCase))
            ?? LanguageCatalog.All.FirstOrDefault(language => language.Equals(plain, StringComparison.OrdinalIgnoreCase))
            ?? LanguageCatalog.Detect($"a.{plain}", [])
            ?? throw new ArgumentException($"There is no language '{written}'; this index holds {string.Join(' ', held.Order(StringComparer.Ordinal))}.");
    }
}
