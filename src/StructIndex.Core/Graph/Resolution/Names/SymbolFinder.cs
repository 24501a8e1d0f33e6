using System.Collections.Concurrent;

namespace StructIndex;

/// <summary>
/// Looks names up in places: a type, a file, a folder, a package. Follows names that a file passes on. Made once, used from many threads.
/// </summary>
internal sealed partial class SymbolFinder
{
    /// <summary>Units of one name that are looked at in one place.</summary>
    private const int MaxVisited = 64;

    /// <summary>Files that may pass a name on to the next.</summary>
    private const int MaxHops = 5;

    private readonly ImportScope?[] _imports;
    private readonly ModuleExports?[] _exports;
    private readonly FileScope?[] _scopes;
    private readonly ConcurrentDictionary<(int File, string Name, int Hops), (NameScope Place, int[] Found)> _passedOn = new();
    private readonly Lazy<ILookup<string, int>> _filesOfPackage;
    private readonly Lazy<HashSet<(string Language, string Name)>> _containers;
    private readonly Lazy<HashSet<(int File, string Container)>> _objects;
    private readonly Lazy<HashSet<string>> _valueNames;

    /// <summary>Makes a finder.</summary>
    public SymbolFinder(UnitNames names)
    {
        Names = names;
        Modules = new ModuleLookup(names);
        Members = new TypeMembers(names);
        _imports = new ImportScope?[names.Set.Files.Count];
        _exports = new ModuleExports?[names.Set.Files.Count];
        _scopes = new FileScope?[names.Set.Files.Count];
        _objects = new(ReadObjects);
        _valueNames = new(() => [.. names.Set.Files.SelectMany(file => file.Values).Select(value => value.Target[(value.Target.LastIndexOf('.') + 1)..])]);
        _containers = new(ReadContainers);
        _filesOfPackage = new(() => Enumerable.Range(0, names.Set.Files.Count).SelectMany(file => PackageNames(file).Select(package => (package, file))).ToLookup(named => named.package, named => named.file, StringComparer.Ordinal));
    }

    /// <summary>The files of a package by its dotted name; of a file without declarations the path says it.</summary>
    public ILookup<string, int> FilesOfPackage => _filesOfPackage.Value;

    /// <summary>The names of variables and fields that take values; see <see cref="AssignedValue"/>.</summary>
    public HashSet<string> ValueNames => _valueNames.Value;

    /// <summary>Units by name.</summary>
    public UnitNames Names { get; }

    /// <summary>Modules by what imports call them.</summary>
    public ModuleLookup Modules { get; }

    /// <summary>Types with their members.</summary>
    public TypeMembers Members { get; }

    /// <summary>The imports of a file.</summary>
    public ImportScope ImportsOf(int file) => _imports[file] ??= new ImportScope(Names.Set.Files[file]);

    /// <summary>What the syntax of a file says about its names.</summary>
    public FileScope ScopeOf(int file) => _scopes[file] ??= new FileScope(this, file);

    /// <summary>What the head of a module hands on; null in a language without such.</summary>
    private ModuleExports? ExportsOf(int file) => _exports[file] ??= Names.Rules[file].ExportsOf(Names.Set.Files[file].Source.Text);

    /// <summary>The unit at an index.</summary>
    public CodeUnit Unit(int index) => Names.Set.Units[index];

    /// <summary>Whether a unit stands at the top of its file or in a namespace, where others can name it.</summary>
    public bool IsTop(int unit)
    {
        CodeDeclaration? parent = Names.Set.DeclarationOf(unit)!.Parent;
        int container = Members.Structure.ContainingTypes[unit];
        return ((parent is null || parent.Kind == UnitKind.Namespace) && (container < 0 ? Unit(unit).Kind != UnitKind.Method : Unit(container).Kind == UnitKind.Namespace))
            || (container >= 0 && IsSeenAround(unit, container));
    }

    private bool IsSeenAround(int unit, int container) =>
        Names.Rules[Names.Set.FileOf(unit)].Has(ScopeTraits.OpenMembers) && (Unit(unit).Kind == UnitKind.Property || Unit(container).Kind == UnitKind.Trait);

    /// <summary>Whether a type has a name, or one of its bases has.</summary>
    public bool IsKindOf(int type, string name)
    {
        List<int> queue = [Members.PrimaryPartOf(type)];
        for (int at = 0; at < queue.Count && queue.Count <= MaxVisited; at++)
        {
            if (Unit(queue[at]).Name == name)
            {
                return true;
            }

            queue.AddRange(Members.BasesOf(queue[at]).Where(next => !queue.Contains(next)));
        }

        return false;
    }

    /// <summary>Adds what a name means in a place.</summary>
    /// <param name="file">The file that asks.</param>
    /// <param name="place">The place.</param>
    /// <param name="name">The name.</param>
    /// <param name="found">Takes the units.</param>
    /// <param name="hops">How many files have passed the name on so far.</param>
    /// <returns>A submodule by that name, where it is one; unknown otherwise.</returns>
    public NameScope In(int file, NameScope place, string name, List<int> found, int hops = 0)
    {
        int number = Names.Number(name);
        switch (place.Kind)
        {
            case NameScopeKind.Unit or NameScopeKind.Bases when number >= 0:
                Members.Find(place.Index, number, place.Kind == NameScopeKind.Bases, found);
                if (found.Count == 0 && place.Kind == NameScopeKind.Unit)
                {
                    AddOfFamily(Names.ByContainer.Of(number, Names.Number(Unit(place.Index).QualifiedName)), file, found);
                }

                return NameScope.Unknown;
            case NameScopeKind.Folder when number >= 0:
                AddTops(Names.ByDirectory.Of(number, Names.Number(place.Text)), file, found);
                return NameScope.Unknown;
            case NameScopeKind.Package:
                if (number >= 0)
                {
                    AddOfFamily(Names.ByContainer.Of(number, Names.Number(place.Text)), file, found);
                }

                if (found.Count == 0 && Names.Rules[file].Has(ScopeTraits.OpenMembers))
                {
                    found.AddRange(_exported.GetOrAdd((place.Text, name, hops), static (asked, finder) => finder.Exported(asked.Package, asked.Name, asked.Hops), this));
                }

                return found.Count == 0 && Names.NumberDotted(place.Text, name) >= 0 ? new NameScope(NameScopeKind.Package, text: $"{place.Text}.{name}") : NameScope.Unknown;
            case NameScopeKind.File:
                NameScope inFile = InFile(place, name, number, found, hops);
                NameScope child = found.Count > 0 ? NameScope.Unknown : inFile.IsKnown ? inFile : Modules.Child(file, place, name);
                return child.IsKnown || found.Count > 0 ? child : InDefault(file, place, name, found, hops);
            case NameScopeKind.Object:
                Add(Names.ByFile.Of(number, place.Index), (Finder: this, place.Text), static (at, unit) => at.Finder.Unit(unit).Container == at.Text, found);
                if (found.Count == 0 && hops < MaxHops && ScopeOf(place.Index).Aliases.Of($"{place.Text}.{name}", null) is { } alias)
                {
                    Path(place.Index, alias.Target, found, hops + 1);
                }

                return found.Count == 0 ? ObjectIn(place.Index, $"{place.Text}.{name}") : NameScope.Unknown;
            default:
                return NameScope.Unknown;
        }
    }

    /// <summary>What an import brings in: units, or a place.</summary>
    /// <param name="file">The file that imports.</param>
    /// <param name="import">The import.</param>
    /// <param name="found">Takes the units.</param>
    /// <param name="hops">How many files have passed the name on so far.</param>
    public NameScope Imported(int file, ImportedName import, List<int> found, int hops = 0)
    {
        NameScope module = Modules.Find(file, import.Module);
        if (import.Name is null)
        {
            return module.Kind == NameScopeKind.Package ? InPackageOf(file, module, found) : module;
        }

        if (!module.IsKnown)
        {
            return module;
        }

        NameScope inner = import.Name == "default" ? Default(module, found, hops) : In(file, module, import.Name, found, hops);
        if (found.Count == 0 && !inner.IsKnown && import.Name == "default")
        {
            DefaultOf(module, import.Alias, found);
        }

        return found.Count > 0 ? NameScope.Unknown : inner.IsKnown ? inner : NameScope.External;
    }

    /// <summary>Adds those of at most <see cref="MaxVisited"/> units that pass a test.</summary>
    public static void Add(ReadOnlySpan<int> units, Func<int, bool> takes, List<int> found) =>
        Add(units, takes, static (takes, unit) => takes(unit), found);

    /// <summary>
    /// The same with a test that is given what it needs: names are looked up by the hundred thousand, and a closure for each is garbage.
    /// </summary>
    public static void Add<T>(ReadOnlySpan<int> units, T state, Func<T, int, bool> takes, List<int> found)
    {
        foreach (int unit in units.Length > MaxVisited ? units[..MaxVisited] : units)
        {
            if (takes(state, unit) && !found.Contains(unit))
            {
                found.Add(unit);
            }
        }
    }

    /// <summary>
    /// Adds the types and namespaces among at most <see cref="MaxVisited"/> units; with a file only those of languages that it can use.
    /// </summary>
    public void AddContainers(ReadOnlySpan<int> units, List<int> found, int file = -1) =>
        Add(units, (Finder: this, File: file), static (at, unit) => UnitBodies.IsContainer(at.Finder.Unit(unit).Kind) && (at.File < 0 || at.Finder.Names.SameFamily(at.File, unit)), found);

    /// <summary>The name of the type or namespace that holds a unit; null for none.</summary>
    public string? ContainingTypeName(int unit) => Members.Structure.ContainingTypes[unit] is >= 0 and var container ? Unit(container).Name : null;

    /// <summary>Whether a unit is declared in the body of a macro, which writes it elsewhere.</summary>
    public bool IsInMacro(int unit) => Names.Set.DeclarationOf(unit)!.Parent is { Kind: UnitKind.Macro };

    /// <summary>Whether a name, dotted from the root, is that of a type or namespace around units of a language.</summary>
    public bool IsContainerName(string language, string name) => _containers.Value.Contains((language, name));

    /// <summary>Whether a unit is a member of a type.</summary>
    public bool IsAssociated(int unit) => Members.Structure.ContainingTypes[unit] is >= 0 and var container && Unit(container).Kind.IsType();

    /// <summary>
    /// Adds those at the top of their files among at most <see cref="MaxVisited"/> units, of languages that a file can use.
    /// </summary>
    public void AddTops(ReadOnlySpan<int> units, int file, List<int> found) =>
        Add(units, (Finder: this, File: file), static (at, unit) => at.Finder.IsTop(unit) && at.Finder.Names.SameFamily(at.File, unit), found);

    private void AddOfFamily(ReadOnlySpan<int> units, int file, List<int> found) =>
        Add(units, (Finder: this, File: file), static (at, unit) => at.Finder.Names.SameFamily(at.File, unit), found);

    private HashSet<(string Language, string Name)> ReadContainers()
    {
        HashSet<(string Language, string Name)> containers = [];
        foreach (CodeUnit unit in Names.Set.Units)
        {
            for (string name = unit.Container; containers.Add((unit.Language, name)) && name.LastIndexOf('.') is > 0 and var end; name = name[..end])
            {
            }
        }

        return containers;
    }

    private IEnumerable<string> PackageNames(int file)
    {
        if (Names.Files.PackageOf(file) is { Length: > 0 } package)
        {
            return [package];
        }

        if (ExportsOf(file)?.Module is { Length: > 0 } module)
        {
            return [module];
        }

        string dotted = System.IO.Path.ChangeExtension(Names.Set.Files[file].Source.Path, null).Replace('/', '.');
        return Enumerable.Range(0, dotted.Length).Where(at => at == 0 || dotted[at - 1] == '.').Select(at => dotted[at..]);
    }

    private NameScope InFile(NameScope place, string name, int number, List<int> found, int hops)
    {
        if (place.Index < 0)
        {
            return NameScope.Unknown;
        }

        if (number >= 0)
        {
            Add(Names.ByFile.Of(number, place.Index), this, static (finder, unit) => finder.IsTop(unit) || (finder.Members.Structure.ContainingTypes[unit] < 0 && !finder.IsHidden(unit)), found);
        }

        NameScope passed = found.Count == 0 && hops < MaxHops ? PassedOn(place.Index, name, found, hops + 1) : NameScope.Unknown;
        return found.Count > 0 || passed.IsKnown ? passed : ObjectIn(place.Index, name);
    }

    /// <summary>Names that a file imports can be taken from it: <c>__init__.py</c>, <c>export { x } from</c>, <c>pub use</c>.</summary>
    private NameScope PassedOn(int file, string name, List<int> found, int hops)
    {
        if (!Names.Rules[file].Has(ScopeTraits.Strict) || Names.Rules[file].Has(ScopeTraits.Packages))
        {
            return NameScope.Unknown;
        }

        // Modules that take everything of each other would be asked for the same name once for each way through them.
        (NameScope place, int[] units) = _passedOn.GetOrAdd((file, name, hops), static (asked, finder) => finder.PassedOn(asked.File, asked.Name, asked.Hops), this);
        found.AddRange(units);
        return place;
    }

    private (NameScope Place, int[] Found) PassedOn(int file, string name, int hops)
    {
        List<int> found = [];
        NameScope place = FindPassedOn(file, name, found, hops);
        return (place, [.. found]);
    }

    private NameScope FindPassedOn(int file, string name, List<int> found, int hops)
    {
        ImportScope imports = ImportsOf(file);
        foreach (ImportedName import in imports.Named(name))
        {
            if (Imported(file, import, found, hops) is { IsKnown: true } place)
            {
                return place;
            }
        }

        if (found.Count == 0 && ScopeOf(file).Aliases.Of(name, null) is { } alias && Path(file, alias.Target, found, hops) is { IsKnown: true } aliased)
        {
            return aliased;
        }

        // What a script exports as default is not handed on with everything else.
        bool isOwn = name == "default" && Names.Rules[file].Has(ScopeTraits.DefaultExports);
        foreach (string module in found.Count > 0 || isOwn ? [] : imports.Everything)
        {
            if (Modules.Find(file, module) is { IsKnown: true } next && !(next.Kind == NameScopeKind.File && next.Index == file)
                && In(file, next, name, found, hops) is { IsKnown: true } inner)
            {
                return inner;
            }
        }

        return NameScope.Unknown;
    }

    /// <summary>What a dotted name means at the top of a file.</summary>
    private NameScope Path(int file, string dotted, List<int> found, int hops)
    {
        NameScope place = NameScope.File(file);
        string[] parts = dotted.Split('.');
        for (int at = 0; at < parts.Length; at++)
        {
            found.Clear();
            place = In(file, place, parts[at], found, hops);
            if (at < parts.Length - 1 && found.FindIndex(unit => UnitBodies.IsContainer(Unit(unit).Kind)) is >= 0 and var type)
            {
                place = NameScope.Unit(found[type]);
            }
            else if (at < parts.Length - 1 && !place.IsKnown)
            {
                found.Clear();
                return NameScope.Unknown;
            }
        }

        return place;
    }

    /// <summary>A whole import in a language with packages names a package or, as often, a type.</summary>
    private NameScope InPackageOf(int file, NameScope package, List<int> found)
    {
        int dot = package.Text.LastIndexOf('.');
        int name = Names.Number(package.Text.AsSpan(dot + 1));
        Add(
            Names.ByContainer.Of(name, Names.Number(dot < 0 ? "" : package.Text.AsSpan(0, dot))),
            unit => UnitBodies.IsContainer(Unit(unit).Kind) && Names.SameFamily(file, unit),
            found);
        return found.Count > 0 ? NameScope.Unknown : Names.Number(package.Text) >= 0 ? package : NameScope.External;
    }

    /// <summary>
    /// What a script exports as default is not in its declarations: the one of the importing name, of the file's name, or the only one.
    /// </summary>
    private void DefaultOf(NameScope module, string? alias, List<int> found)
    {
        if (module.Kind != NameScopeKind.File || module.Index < 0)
        {
            return;
        }

        foreach (string? name in (string?[])[alias, CodeFiles.Stem(Names.Files.PathOf(module.Index))])
        {
            if (name is not null && found.Count == 0 && Names.Number(name) is >= 0 and var number)
            {
                Add(Names.ByFile.Of(number, module.Index), IsTop, found);
            }
        }
    }
}
