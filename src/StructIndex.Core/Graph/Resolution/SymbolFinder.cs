namespace StructIndex;

/// <summary>Looks names up in places: a type, a file, a folder, a package. Follows names that a file passes on. Made once, used from many threads.</summary>
internal sealed class SymbolFinder
{
    /// <summary>Units of one name that are looked at in one place.</summary>
    private const int MaxVisited = 64;

    /// <summary>Files that may pass a name on to the next.</summary>
    private const int MaxHops = 5;

    private readonly ImportScope?[] _imports;
    private readonly HaskellExports?[] _exports;
    private readonly FileScope?[] _scopes;
    private readonly Lazy<ILookup<string, int>> _filesOfPackage;
    private readonly Lazy<HashSet<string>> _tables;

    /// <summary>Makes a finder.</summary>
    public SymbolFinder(UnitNames names)
    {
        Names = names;
        Modules = new ModuleFinder(names);
        Members = new TypeMembers(names);
        _imports = new ImportScope?[names.Set.Files.Count];
        _exports = new HaskellExports?[names.Set.Files.Count];
        _scopes = new FileScope?[names.Set.Files.Count];
        _tables = new(() => names.Set.Units.Where(unit => unit.Language == "lua").Select(unit => unit.Container.Split('.')[0]).ToHashSet(StringComparer.Ordinal));
        _filesOfPackage = new(() => Enumerable.Range(0, names.Packages.Length).SelectMany(file => PackageNames(file).Select(package => (package, file))).ToLookup(named => named.package, named => named.file, StringComparer.Ordinal));
    }

    /// <summary>The files of a package by its dotted name; of a file without declarations the path says it.</summary>
    public ILookup<string, int> FilesOfPackage => _filesOfPackage.Value;

    /// <summary>Units by name.</summary>
    public UnitNames Names { get; }

    /// <summary>Modules by what imports call them.</summary>
    public ModuleFinder Modules { get; }

    /// <summary>Types with their members.</summary>
    public TypeMembers Members { get; }

    /// <summary>The imports of a file.</summary>
    public ImportScope ImportsOf(int file) => _imports[file] ??= new ImportScope(Names.Set.Files[file]);

    /// <summary>What the syntax of a file says about its names.</summary>
    public FileScope ScopeOf(int file) => _scopes[file] ??= new FileScope(this, file);

    /// <summary>What the head of a Haskell module hands on.</summary>
    private HaskellExports ExportsOf(int file) => _exports[file] ??= HaskellExports.Of(Names.Set.Files[file].Source.Text);

    /// <summary>The unit at an index.</summary>
    public CodeUnit Unit(int index) => Names.Set.Units[index];

    /// <summary>Whether a unit stands at the top of its file or in a namespace, where others can name it.</summary>
    public bool IsTop(int unit)
    {
        CodeDeclaration? parent = Names.Set.DeclarationOf(unit)!.Parent;
        int holder = Members.Structure.Holders[unit];
        return ((parent is null || parent.Kind == UnitKind.Namespace) && (holder < 0 ? Unit(unit).Kind != UnitKind.Method : Unit(holder).Kind == UnitKind.Namespace))
            || (holder >= 0 && IsSeenAround(unit, holder));
    }

    /// <summary>In Haskell what a class declares, and the fields of a record, are named as what stands at the top is.</summary>
    private bool IsSeenAround(int unit, int holder) =>
        Unit(unit).Language == "haskell" && (Unit(unit).Kind == UnitKind.Property || Unit(holder).Kind == UnitKind.Trait);

    /// <summary>Whether a type has a name, or one of its bases has.</summary>
    public bool IsKindOf(int type, string name)
    {
        List<int> queue = [Members.WholeOf(type)];
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
    public Place In(int file, Place place, string name, List<int> found, int hops = 0)
    {
        int number = Names.Names.Find(name);
        switch (place.Kind)
        {
            case PlaceKind.Unit or PlaceKind.Bases when number >= 0:
                Members.Find(place.Index, number, place.Kind == PlaceKind.Bases, found);
                if (found.Count == 0 && place.Kind == PlaceKind.Unit)
                {
                    AddOfFamily(Names.ByContainer.Of(number, Names.Names.Find(Unit(place.Index).QualifiedName)), file, found);
                }

                return Place.Unknown;
            case PlaceKind.Directory when number >= 0:
                AddTops(Names.ByDirectory.Of(number, place.Index), file, found);
                return Place.Unknown;
            case PlaceKind.Package:
                if (number >= 0)
                {
                    AddOfFamily(Names.ByContainer.Of(number, Names.Names.Find(place.Text)), file, found);
                }

                if (found.Count == 0 && Names.Scopes[file].Family == "haskell")
                {
                    FromHaskell(place.Text, name, number, found, hops);
                }

                return found.Count == 0 && Names.Names.FindDotted(place.Text, name) >= 0 ? new Place(PlaceKind.Package, Text: $"{place.Text}.{name}") : Place.Unknown;
            case PlaceKind.File:
                Place inFile = InFile(place, name, number, found, hops);
                return found.Count > 0 ? Place.Unknown : inFile.IsKnown ? inFile : Modules.Child(file, place, name);
            default:
                return Place.Unknown;
        }
    }

    /// <summary>What an import brings in: units, or a place.</summary>
    /// <param name="file">The file that imports.</param>
    /// <param name="import">The import.</param>
    /// <param name="found">Takes the units.</param>
    /// <param name="hops">How many files have passed the name on so far.</param>
    public Place Imported(int file, ImportedName import, List<int> found, int hops = 0)
    {
        Place module = Modules.Find(file, import.Module);
        if (import.Name is null)
        {
            return module.Kind == PlaceKind.Package ? InPackageOf(file, module, found) : module;
        }

        if (!module.IsKnown)
        {
            return module;
        }

        Place inner = In(file, module, import.Name, found, hops);
        if (found.Count == 0 && !inner.IsKnown && import.Name == "default")
        {
            DefaultOf(module, import.Alias, found);
        }

        return found.Count > 0 ? Place.Unknown : inner.IsKnown ? inner : Place.External;
    }

    /// <summary>Adds those of at most <see cref="MaxVisited"/> units that pass a test.</summary>
    public static void Add(ReadOnlySpan<int> units, Func<int, bool> takes, List<int> found) =>
        Add(units, takes, static (takes, unit) => takes(unit), found);

    /// <summary>The same with a test that is given what it needs: names are looked up by the hundred thousand, and a closure for each is garbage.</summary>
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

    /// <summary>Adds the types and namespaces among at most <see cref="MaxVisited"/> units; with a file only those of languages that it can use.</summary>
    public void AddHolders(ReadOnlySpan<int> units, List<int> found, int file = -1) =>
        Add(units, (Finder: this, File: file), static (at, unit) => UnitBodies.IsHolder(at.Finder.Unit(unit).Kind) && (at.File < 0 || at.Finder.Names.SameFamily(at.File, unit)), found);

    /// <summary>The name of the type or namespace that holds a unit; null for none.</summary>
    public string? HolderName(int unit) => Members.Structure.Holders[unit] is >= 0 and var holder ? Unit(holder).Name : null;

    /// <summary>Whether a unit is declared in the body of a macro, which writes it elsewhere.</summary>
    public bool IsInMacro(int unit) => Names.Set.DeclarationOf(unit)!.Parent is { Kind: UnitKind.Macro };

    /// <summary>Whether a name is the first part of what holds Lua functions.</summary>
    public bool IsTable(string name) => _tables.Value.Contains(name);

    /// <summary>Whether a unit is a member of a type.</summary>
    public bool IsAssociated(int unit) => Members.Structure.Holders[unit] is >= 0 and var holder && Unit(holder).Kind.IsType();

    /// <summary>Adds those at the top of their files among at most <see cref="MaxVisited"/> units, of languages that a file can use.</summary>
    public void AddTops(ReadOnlySpan<int> units, int file, List<int> found) =>
        Add(units, (Finder: this, File: file), static (at, unit) => at.Finder.IsTop(unit) && at.Finder.Names.SameFamily(at.File, unit), found);

    private void AddOfFamily(ReadOnlySpan<int> units, int file, List<int> found) =>
        Add(units, (Finder: this, File: file), static (at, unit) => at.Finder.Names.SameFamily(at.File, unit), found);

    private IEnumerable<string> PackageNames(int file)
    {
        if (Names.Packages[file].Length > 0)
        {
            return [Names.Packages[file]];
        }

        if (Names.Scopes[file].Family == "haskell" && ExportsOf(file).Module is { Length: > 0 } module)
        {
            return [module];
        }

        string dotted = Path.ChangeExtension(Names.Set.Files[file].Source.Path, null).Replace('/', '.');
        return Enumerable.Range(0, dotted.Length).Where(at => at == 0 || dotted[at - 1] == '.').Select(at => dotted[at..]);
    }

    private Place InFile(Place place, string name, int number, List<int> found, int hops)
    {
        if (place.Index < 0)
        {
            return Place.Unknown;
        }

        if (number >= 0)
        {
            Add(Names.ByFile.Of(number, place.Index), this, static (finder, unit) => finder.IsTop(unit) || finder.Members.Structure.Holders[unit] < 0, found);
        }

        return found.Count == 0 && hops < MaxHops ? PassedOn(place.Index, name, found, hops + 1) : Place.Unknown;
    }

    /// <summary>The members of a module's classes and records, and what its list of exports hands on of other modules.</summary>
    private void FromHaskell(string package, string name, int number, List<int> found, int hops)
    {
        foreach (int file in FilesOfPackage[package])
        {
            if (number >= 0)
            {
                AddTops(Names.ByFile.Of(number, file), file, found);
            }

            if (found.Count > 0 || hops >= MaxHops)
            {
                continue;
            }

            HaskellExports exports = ExportsOf(file);
            foreach (ImportedName import in Names.Set.Files[file].Imports)
            {
                bool isOpened = import.Name is { } type && type.EndsWith(')');
                if (found.Count == 0 && (import.Name == "*" || import.Name == name || isOpened))
                {
                    HandedOn(file, import, exports, name, found, hops + 1);
                }
            }
        }
    }

    private void HandedOn(int file, ImportedName import, HaskellExports exports, string name, List<int> found, int hops)
    {
        bool isWhole = exports.Modules.Contains(import.Alias ?? import.Module) || exports.Modules.Contains(import.Module);
        if (isWhole || exports.Names(name) || exports.HasMembers)
        {
            In(file, Modules.Find(file, import.Module), name, found, hops);
            found.RemoveAll(unit => !(isWhole || exports.Names(name) || (HolderName(unit) is { } holder && exports.Names(holder))));
        }
    }

    /// <summary>Names that a file imports can be taken from it: <c>__init__.py</c>, <c>export { x } from</c>, <c>pub use</c>.</summary>
    private Place PassedOn(int file, string name, List<int> found, int hops)
    {
        if (!Names.Scopes[file].IsStrict || Names.Scopes[file].HasPackages)
        {
            return Place.Unknown;
        }

        ImportScope imports = ImportsOf(file);
        foreach (ImportedName import in imports.Named(name))
        {
            if (Imported(file, import, found, hops) is { IsKnown: true } place)
            {
                return place;
            }
        }

        foreach (string module in found.Count > 0 ? [] : imports.Everything)
        {
            if (Modules.Find(file, module) is { IsKnown: true } next && !(next.Kind == PlaceKind.File && next.Index == file)
                && In(file, next, name, found, hops) is { IsKnown: true } inner)
            {
                return inner;
            }
        }

        return Place.Unknown;
    }

    /// <summary>A whole import in a language with packages names a package or, as often, a type.</summary>
    private Place InPackageOf(int file, Place package, List<int> found)
    {
        int dot = package.Text.LastIndexOf('.');
        int name = Names.Names.Find(package.Text.AsSpan(dot + 1));
        Add(
            Names.ByContainer.Of(name, Names.Names.Find(dot < 0 ? "" : package.Text.AsSpan(0, dot))),
            unit => UnitBodies.IsHolder(Unit(unit).Kind) && Names.SameFamily(file, unit),
            found);
        return found.Count > 0 ? Place.Unknown : Names.Names.Find(package.Text) >= 0 ? package : Place.External;
    }

    /// <summary>What a script exports as default is not in its declarations: the one of the importing name, of the file's name, or the only one.</summary>
    private void DefaultOf(Place module, string? alias, List<int> found)
    {
        if (module.Kind != PlaceKind.File || module.Index < 0)
        {
            return;
        }

        foreach (string? name in (string?[])[alias, FilePaths.Stem(Modules.Paths.PathOf(module.Index))])
        {
            if (name is not null && found.Count == 0 && Names.Names.Find(name) is >= 0 and var number)
            {
                Add(Names.ByFile.Of(number, module.Index), IsTop, found);
            }
        }
    }
}
