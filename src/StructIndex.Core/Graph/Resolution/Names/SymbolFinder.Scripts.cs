namespace StructIndex;

/// <content>Default exports and objects of JavaScript and TypeScript.</content>
internal sealed partial class SymbolFinder
{
    /// <summary>
    /// What a module of scripts exports as default, under whatever name: added are functions and types, returned is an object. What the
    /// language calls exporting as a whole (<c>module.exports</c>) counts too.
    /// </summary>
    public NameScope Default(NameScope module, List<int> found, int hops = 0)
    {
        if (module is not { Kind: NameScopeKind.File, Index: >= 0 } || !Names.Rules[module.Index].Has(ScopeTraits.DefaultExports))
        {
            return NameScope.Unknown;
        }

        foreach (string name in (string[])["default", "exports"])
        {
            NameScope place = InFile(module, name, Names.Number(name), found, hops);
            if (found.Count > 0 || place.IsKnown)
            {
                return place;
            }
        }

        return NameScope.Unknown;
    }

    /// <summary>A member of what a module exports as default, asked of the module, as its importers do.</summary>
    private NameScope InDefault(int file, NameScope module, string name, List<int> found, int hops)
    {
        if (name is "default" or "exports" || hops > MaxHops)
        {
            return NameScope.Unknown;
        }

        List<int> exported = [];
        NameScope place = Default(module, exported, hops + 1);
        place = exported.FindIndex(unit => UnitBodies.IsContainer(Unit(unit).Kind)) is >= 0 and var type ? NameScope.Unit(exported[type]) : place;
        return place.Kind is NameScopeKind.Unit or NameScopeKind.Object ? In(file, place, name, found, hops + 1) : NameScope.Unknown;
    }

    /// <summary>An object of a file of scripts whose functions, its own or others by another name, have that container; unknown where there is none.</summary>
    private NameScope ObjectIn(int file, string container) => _objects.Value.Contains((file, container)) ? new NameScope(NameScopeKind.Object, file, container) : NameScope.Unknown;

    /// <summary>Whether a function is in another of a script, where nothing outside can name it.</summary>
    public bool IsHidden(int unit) =>
        Names.Rules[Names.Set.FileOf(unit)].Has(ScopeTraits.DefaultExports) && Names.Set.DeclarationOf(unit)!.Parent is { } parent && parent.Kind.IsCallable();

    private HashSet<(int File, string Container)> ReadObjects()
    {
        HashSet<(int File, string Container)> objects = [];
        for (int unit = 0; unit < Names.Set.Units.Count; unit++)
        {
            if (Names.Set.DeclarationOf(unit) is { Parent: null, Container.Length: > 0 } declaration && Names.Rules[Names.Set.FileOf(unit)].Has(ScopeTraits.DefaultExports))
            {
                objects.Add((Names.Set.FileOf(unit), declaration.Container));
            }
        }

        for (int file = 0; file < Names.Set.Files.Count; file++)
        {
            foreach (VariableType alias in Names.Set.Files[file].Variables.Where(variable => variable.Scope is null && FileAliases.IsAlias(variable) && variable.Name.Contains('.', StringComparison.Ordinal)))
            {
                objects.Add((file, alias.Name[..alias.Name.LastIndexOf('.')]));
            }
        }

        return objects;
    }
}
