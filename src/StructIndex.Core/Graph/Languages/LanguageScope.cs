namespace StructIndex;

/// <summary>How names are found in a language, as <c>scopes.tsv</c> says.</summary>
internal sealed record LanguageScope(string Family, string[] Self, string[] Base, HashSet<string> Traits)
{
    private static readonly Dictionary<string, LanguageScope> s_known = DataTable.Rows("scopes.tsv")
        .ToDictionary(cells => cells[0], cells => new LanguageScope(cells[1], Split(cells[2]), Split(cells[3]), [.. Split(cells[4])]), StringComparer.Ordinal);

    /// <summary>Members are seen without a receiver.</summary>
    public bool IsImplicit { get; } = Traits.Contains("implicit");

    /// <summary>A bare name that is neither declared nor imported in its file is a local variable.</summary>
    public bool IsStrict { get; } = Traits.Contains("strict");

    /// <summary>A qualified name says which symbol it is.</summary>
    public bool HasPackages { get; } = Traits.Contains("packages");

    /// <summary>The files of a folder are one package.</summary>
    public bool HasDirectories { get; } = Traits.Contains("directory");

    /// <summary>An included header shows its names.</summary>
    public bool HasIncludes { get; } = Traits.Contains("includes");

    /// <summary>Names at the top of a file are seen everywhere.</summary>
    public bool IsModuleWide { get; } = Traits.Contains("module");

    /// <summary>A function is not seen where a parameter or variable has its name.</summary>
    public bool IsShadowing { get; } = Traits.Contains("shadowing");

    /// <summary>A type may be written in several places.</summary>
    public bool IsReopened { get; } = Traits.Contains("reopened");

    /// <summary>The name of a module is written from the root, unless it is aliased or nested in its file.</summary>
    public bool IsAbsolute { get; } = Traits.Contains("absolute");

    /// <summary>The scope rules of a language; of one that the table does not hold, none.</summary>
    public static LanguageScope Of(string language) =>
        s_known.TryGetValue(language, out LanguageScope? scope) ? scope : new LanguageScope(language, ["this", "self"], ["super", "base"], []);

    private static string[] Split(string cell) => cell == "-" ? [] : cell.Split(' ');
}
