namespace StructIndex;

/// <summary>Types of constants that a file imports from another: <c>export const store: Store = ...</c>.</summary>
internal static class ImportedValues
{
    /// <summary>Files that hand a name on, one after the other.</summary>
    private const int MaxFiles = 6;

    /// <summary>The type of an imported constant, by its written type or by the call whose value it takes.</summary>
    /// <param name="scope">The file that imports.</param>
    /// <param name="name">The name in that file.</param>
    /// <param name="depth">How many calls deep this is looked at for the sake of another.</param>
    public static NameScope TypeOf(FileScope scope, string name, int depth) =>
        scope.Rules.Has(ScopeTraits.Strict) && !scope.Rules.Has(ScopeTraits.Packages) ? Imported(scope, name, depth, MaxFiles) : NameScope.Unknown;

    /// <summary>The type of a constant of a file, asked by another that names the file before it: <c>core.registry</c>.</summary>
    public static NameScope InFile(FileScope scope, int file, string name, int depth) =>
        scope.Rules.Has(ScopeTraits.Strict) && !scope.Rules.Has(ScopeTraits.Packages) ? HandedOn(scope.Symbols.ScopeOf(file), name, depth, MaxFiles) : NameScope.Unknown;

    private static NameScope Imported(FileScope scope, string name, int depth, int files)
    {
        foreach (ImportedName import in scope.Imports.Named(name))
        {
            if (import.Name is { } original && In(scope, import.Module, original, depth, files) is { Kind: not NameScopeKind.Unknown } type)
            {
                return type;
            }
        }

        return NameScope.Unknown;
    }

    private static NameScope In(FileScope scope, string module, string name, int depth, int files)
    {
        if (files == 0 || scope.Symbols.Modules.Find(scope.File, module) is not { Kind: NameScopeKind.File, Index: >= 0 and var file })
        {
            return NameScope.Unknown;
        }

        return HandedOn(scope.Symbols.ScopeOf(file), name, depth, files);
    }

    private static NameScope HandedOn(FileScope of, string name, int depth, int files)
    {
        // Modules that take everything from each other would be asked for the same name over and over.
        return of.HandedOn.GetOrAdd((name, depth, files), static (asked, of) => Declared(of, asked.Name, asked.Depth, asked.Files), of);
    }

    private static NameScope Declared(FileScope inner, string name, int depth, int files)
    {
        if (inner.TypesOf(name, null, WrittenTypes.Whole) is [var written])
        {
            return ValueTypes.Named(inner, written, null).OrExternal;
        }

        if (inner.AssignedTo(name, null) is { } call)
        {
            return ValueTypes.Returned(inner, call, depth);
        }

        return Imported(inner, name, depth, files - 1) is { Kind: not NameScopeKind.Unknown } handedOn ? handedOn
            : inner.Imports.Everything.Select(all => In(inner, all, name, depth, files - 1)).FirstOrDefault(type => type.Kind != NameScopeKind.Unknown, NameScope.Unknown);
    }
}
