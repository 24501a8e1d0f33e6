using System.Text.RegularExpressions;

namespace StructIndex.Benchmarks;

/// <summary>An unpacked tree, parsed: what questions may ask for.</summary>
internal sealed partial class StyledTree
{
    // Programs in these languages build, configure or describe others.
    private static readonly HashSet<string> s_notAsked = ["make", "cmake", "dockerfile", "meson", "starlark", "hcl", "nix", "batch", "assembly", "graphql", "protobuf", "thrift", "sql", "awk", "razor"];

    private readonly Dictionary<string, int> _files;

    private StyledTree(string folder, UnitSet units)
    {
        Folder = folder;
        Units = units;
        _files = units.Files.Index().ToDictionary(file => file.Item.Source.Path, file => file.Index, StringComparer.Ordinal);
        Asked = [.. Enumerable.Range(0, units.Units.Count).Where(IsAsked)];
        AskedPaths = [.. Enumerable.Range(0, units.Units.Count).Where(IsWork).Select(unit => units.Units[unit].Path)];
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>All units.</summary>
    public UnitSet Units { get; }

    /// <summary>Types and callables that do the work: no tests, examples or generated code.</summary>
    public IReadOnlyList<int> Asked { get; }

    /// <summary>The files that hold code that does the work.</summary>
    public HashSet<string> AskedPaths { get; }

    /// <summary>Reads and parses a tree.</summary>
    public static async Task<StyledTree> LoadAsync(string folder)
    {
        IReadOnlyList<SourceFile> files = await SourceCollector.CollectAsync(new DirectorySource(folder, new SourceOptions { UseGitIgnore = false }), _ => { }, _ => { }, [], CancellationToken.None);
        return new StyledTree(folder, Parse(files));
    }

    /// <summary>The units of some files.</summary>
    public static UnitSet Parse(IReadOnlyList<SourceFile> files) =>
        UnitAssembler.Assemble(new ParserSet(CodeIndexer.DefaultParsers).Parse(files, rootDirectory: null, progress: null, previous: null, CancellationToken.None).Files);

    /// <summary>The file of a path, or null.</summary>
    public SourceFile? File(string path) => _files.TryGetValue(path, out int file) ? Units.Files[file].Source : null;

    /// <summary>The units of a file.</summary>
    public IEnumerable<int> UnitsOf(string path)
    {
        (int start, int end) = _files.TryGetValue(path, out int file) ? Units.UnitsOf(file) : (0, 0);
        return Enumerable.Range(start, end - start);
    }

    /// <summary>The tightest asked unit around a line; -1 where there is none.</summary>
    public int UnitAt(string path, int line) =>
        UnitsOf(path).Where(unit => Units.Units[unit].Lines.Contains(line) && IsAsked(unit)).OrderBy(unit => Units.Units[unit].Lines.Count).FirstOrDefault(-1);

    private bool IsAsked(int unit) => IsWork(unit) && (Units.Units[unit].Kind.IsType() || Units.Units[unit].Kind.IsCallable()) && Units.DeclarationOf(unit) is not null;

    private bool IsWork(int unit) => Units.Units[unit] is { Role: UnitRole.Implementation } work && LanguageCatalog.IsCode(work.Language) && !s_notAsked.Contains(work.Language) && !Vendored().IsMatch(work.Path);

    [GeneratedRegex(@"(^|/)(vendor|vendored|third_?party|3rd_?party|node_modules|external|extern|deps|dist)/|(^|/)jquery[^/]*$|[.-]min\.", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Vendored();
}
