using System.Collections.Concurrent;

namespace StructIndex;

/// <summary>What one file's syntax says about its names, for resolving references. Safe to read from many threads.</summary>
internal sealed class FileScope
{
    private readonly Lazy<WrittenTypes> _types;
    private readonly Lazy<Dictionary<(CodeDeclaration? Scope, string Name), CodeReference>> _assigned;
    private readonly Lazy<FileAliases> _aliases;
    private readonly Lazy<FileValues> _values;
    private readonly ConcurrentDictionary<string, bool> _foreign = new(StringComparer.Ordinal);
    private readonly Lazy<HashSet<string>> _headers;
    private readonly Lazy<HashSet<int>?> _imported;
    private readonly Lazy<int[]> _importedDirectly;
    private readonly Lazy<NameScope[]> _everything;
    private readonly Lazy<NameScope[]> _whole;

    /// <summary>Reads the scope of a file.</summary>
    public FileScope(SymbolFinder symbols, int file)
    {
        Symbols = symbols;
        File = file;
        Parsed = symbols.Names.Set.Files[file];
        Rules = symbols.Names.Rules[file];
        Imports = symbols.ImportsOf(file);
        _types = new(() => new WrittenTypes(Parsed));
        _assigned = new(() => AssignedCalls.Of(Parsed));
        _aliases = new(() => new FileAliases(Parsed));
        _values = new(() => new FileValues(Parsed));
        _headers = new(() => IncludedHeaders.Of(symbols, file));
        _imported = new(() => ImportedFiles.Of(symbols, file));
        _importedDirectly = new(() => ImportedFiles.Direct(symbols, file));
        _everything = new(() => KnownOf(Imports.Everything));
        _whole = new(() => KnownOf(Imports.Whole));
    }

    /// <summary>What stands before a name, as it was found for the sake of another call; see <see cref="ReceiverResolver"/>.</summary>
    public ConcurrentDictionary<(string Receiver, string Name, CodeDeclaration? From, int Part, int Depth), NameScope> Receivers { get; } = new();

    /// <summary>The types of constants that the file hands on, by how many files may still be looked at; see <see cref="ImportedValues"/>.</summary>
    public ConcurrentDictionary<(string Name, int Depth, int Files), NameScope> HandedOn { get; } = new();

    /// <summary>Where names are looked up.</summary>
    public SymbolFinder Symbols { get; }

    /// <summary>Number of the file.</summary>
    public int File { get; }

    /// <summary>The file.</summary>
    public ParsedFile Parsed { get; }

    /// <summary>The rules of its language.</summary>
    public LanguageRules Rules { get; }

    /// <summary>Its imports.</summary>
    public ImportScope Imports { get; }

    /// <summary>The modules of the code base of which everything is brought in.</summary>
    public NameScope[] Everything => _everything.Value;

    /// <summary>The modules of the code base that are brought in as a whole.</summary>
    public NameScope[] Whole => _whole.Value;

    /// <summary>Number of the innermost closure around an offset that has variables of its own; <see cref="WrittenTypes.Whole"/> for none.</summary>
    public int PartAt(int offset) => _types.Value.PartAt(offset);

    /// <summary>
    /// The written types of a variable, from the innermost scope out; empty when the syntax does not tell. There are several where one
    /// function uses a name for different things.
    /// </summary>
    public IReadOnlyList<string> TypesOf(string variable, CodeDeclaration? from, int part) => Written(variable, from, part)?.Types ?? [];

    /// <summary>
    /// Number of the closure around the use that gives a variable, whatever it means elsewhere in the function;
    /// <see cref="WrittenTypes.Whole"/> for none.
    /// </summary>
    public int ClosureOf(string variable, CodeDeclaration? from, int part) => part == WrittenTypes.Whole ? part : Written(variable, from, part)?.Part ?? WrittenTypes.Whole;

    /// <summary>Number of the closure around another; <see cref="WrittenTypes.Whole"/> for none.</summary>
    public int Around(int part) => _types.Value.Around(part);

    /// <summary>Variables that are other names for something.</summary>
    public FileAliases Aliases => _aliases.Value;

    /// <summary>The values that names take.</summary>
    public FileValues Values => _values.Value;

    /// <summary>
    /// The written type that the anonymous type around a method extends; null where the method is of a type with a name, or none.
    /// </summary>
    public string? AnonymousBase(CodeDeclaration method) => _types.Value.Of(method, WrittenTypes.Whole, "super")?.Types[0];

    /// <summary>The written type that the declaration of a type alias stands for; null where it is none by a name.</summary>
    public string? AliasedType(CodeDeclaration alias) => _types.Value.Of(alias, WrittenTypes.Whole, alias.Name)?.Types[0];

    /// <summary>Whether a function around the use has a parameter or variable of that name, as far as types are written.</summary>
    public bool IsLocal(string name, CodeDeclaration? from, int part)
    {
        for (CodeDeclaration? scope = from; scope is not null; scope = scope.Parent)
        {
            if (!UnitBodies.IsContainer(scope.Kind) && (_types.Value.Of(scope, part, name) is not null || Aliases.Has(scope, name)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a name must be a global that is declared in none of the files.</summary>
    public bool IsForeignGlobal(string name) => _foreign.GetOrAdd(name, static (name, scope) => scope.Rules.IsForeignGlobal(scope.Parsed.Source.Text, name), this);

    /// <summary>Names, without extension, of the headers that the file includes, directly or through others.</summary>
    public HashSet<string> Headers => _headers.Value;

    /// <summary>The files that the file imports, directly or through others; null for too many.</summary>
    public HashSet<int>? Imported => _imported.Value;

    /// <summary>The files that the file itself imports.</summary>
    public int[] ImportedDirectly => _importedDirectly.Value;

    /// <summary>The call whose value a variable holds, from the innermost scope out; null when there is none.</summary>
    public CodeReference? AssignedTo(string variable, CodeDeclaration? from)
    {
        for (CodeDeclaration? scope = from; ; scope = scope.Parent)
        {
            if (_assigned.Value.TryGetValue((scope, variable), out CodeReference call))
            {
                return call;
            }

            if (scope is null)
            {
                return null;
            }
        }
    }

    /// <summary>The innermost type or namespace around a declaration, itself included; -1 for none.</summary>
    public int TypeAround(CodeDeclaration? from)
    {
        for (CodeDeclaration? at = from; at is not null; at = at.Parent)
        {
            int unit = Symbols.Names.Set.IndexOf(at);
            if (unit < 0)
            {
                continue;
            }

            if (UnitBodies.IsContainer(at.Kind))
            {
                return Symbols.Members.PrimaryPartOf(unit);
            }

            if (Symbols.Members.Structure.ContainingTypes[unit] is >= 0 and var container)
            {
                return container;
            }
        }

        return -1;
    }

    /// <summary>
    /// The dotted names of what holds a declaration, from the innermost out to the file's package, and the empty name at last.
    /// </summary>
    public DottedPrefixes ContainersAround(CodeDeclaration? from) => new(ContainerOf(from));

    /// <summary>Whether a container is one of <see cref="ContainersAround"/>.</summary>
    public bool IsAround(string container, CodeDeclaration? from)
    {
        string at = ContainerOf(from);
        return container.Length == 0 || (at.StartsWith(container, StringComparison.Ordinal) && (at.Length == container.Length || at[container.Length] == '.'));
    }

    private string ContainerOf(CodeDeclaration? from) =>
        from is null ? Symbols.Names.Files.PackageOf(File) : UnitBodies.IsContainer(from.Kind) ? Qualified(from) : from.Container;

    private NameScope[] KnownOf(List<string> modules) => [.. modules.Select(module => Symbols.Modules.Find(File, module)).Where(place => place.IsKnown)];

    private (List<string> Types, int Part)? Written(string variable, CodeDeclaration? from, int part)
    {
        for (CodeDeclaration? scope = from; scope is not null; scope = scope.Parent)
        {
            // What a type says of a name is its field, but for what a closure in it says.
            if (_types.Value.Of(scope, part, variable) is { } found && (found.Part != WrittenTypes.Whole || !UnitBodies.IsContainer(scope.Kind)))
            {
                return found;
            }
        }

        return _types.Value.Of(null, part, variable);
    }

    private static string Qualified(CodeDeclaration declaration) =>
        declaration.Container.Length == 0 ? declaration.Name : $"{declaration.Container}.{declaration.Name}";
}
