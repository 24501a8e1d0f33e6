namespace StructIndex;

/// <summary>Finds the type or namespace that a name means where it is written.</summary>
internal static class TypeResolver
{
    /// <summary>
    /// The place of a type written by its name, which may be dotted; external when the name is none of these units' types.
    /// </summary>
    public static NameScope Find(FileScope scope, string written, CodeDeclaration? from)
    {
        string name = PackageModules.Dotted(Plain(written));
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        NameScope place = Simple(scope, dot < 0 ? name : name[..dot], from);
        List<int> found = [];
        while (dot >= 0 && place.IsKnown)
        {
            int next = name.IndexOf('.', dot + 1);
            found.Clear();
            NameScope inner = scope.Symbols.In(scope.File, place, next < 0 ? name[(dot + 1)..] : name[(dot + 1)..next], found);
            int type = found.FindIndex(unit => UnitBodies.IsContainer(scope.Symbols.Unit(unit).Kind));
            place = type >= 0 ? NameScope.Unit(found[type], certainty: place.Certainty) : inner;
            dot = next;
        }

        return place;
    }

    /// <summary>The place of a type, namespace or module by a name without dots.</summary>
    /// <param name="scope">The file.</param>
    /// <param name="name">The name.</param>
    /// <param name="from">The declaration around it.</param>
    /// <param name="isQualified">Whether a module's name may have stood before it, which written types leave out.</param>
    public static NameScope Simple(FileScope scope, string name, CodeDeclaration? from, bool isQualified = true)
    {
        SymbolFinder symbols = scope.Symbols;
        UnitNames names = symbols.Names;
        int number = names.Number(name);
        List<int> found = [];
        if (number >= 0)
        {
            symbols.AddContainers(names.ByFile.Of(number, scope.File), found);
            if (found.Count > 0 && scope.Rules.Has(ScopeTraits.AssociatedTypes))
            {
                // Of Rust, a type of an impl is seen as Self::Ok alone; Ok(..) is the prelude's.
                found.RemoveAll(symbols.IsAssociated);
            }

            if (scope.Rules.Has(ScopeTraits.AbsoluteModules))
            {
                found.RemoveAll(type => symbols.Unit(type).Container.Length > 0 && names.Set.DeclarationOf(type)!.Parent is null);
            }

            if (found.Count > 1)
            {
                Nearest(scope, from, found);
            }

            if (found.Count == 0 && scope.Rules.Has(ScopeTraits.Packages))
            {
                foreach (ReadOnlySpan<char> container in scope.Rules.Has(ScopeTraits.AbsoluteModules) ? new DottedPrefixes("") : scope.ContainersAround(from))
                {
                    symbols.AddContainers(names.ByContainer.Of(number, names.Number(container)), found, scope.File);
                    if (found.Count > 0)
                    {
                        break;
                    }
                }
            }

            if (found.Count == 0 && scope.Rules.Has(ScopeTraits.FolderPackages))
            {
                symbols.AddContainers(names.ByDirectory.Of(number, names.DirectoryOf(scope.File)), found, scope.File);
            }
        }

        return found.Count > 0 ? NameScope.Unit(found[0]) : FromImports(scope, name, number, isQualified, found);
    }

    private static NameScope FromImports(FileScope scope, string name, int number, bool isQualified, List<int> found)
    {
        SymbolFinder symbols = scope.Symbols;
        NameScope known = NameScope.Unknown;
        foreach (ImportedName import in scope.Imports.Named(name))
        {
            NameScope place = symbols.Imported(scope.File, import, found);
            KeepTypesAndNamespaces(symbols, found);
            if (found.Count > 0)
            {
                return NameScope.Unit(found[0]);
            }

            known = known.IsKnown ? known : place;
        }

        if (known.Kind != NameScopeKind.Unknown)
        {
            return known;
        }

        if (number >= 0
            && (ContainerIn(scope, scope.Everything, name, found) || ((isQualified || !scope.Rules.Has(ScopeTraits.Strict)) && ContainerIn(scope, scope.Whole, name, found))))
        {
            return NameScope.Unit(found[0]);
        }

        return scope.Rules.Has(ScopeTraits.Strict) ? NameScope.Unknown : Anywhere(scope, number, found);
    }

    /// <summary>Finds types of a name in the first of several modules that has one.</summary>
    private static bool ContainerIn(FileScope scope, NameScope[] modules, string name, List<int> found)
    {
        foreach (NameScope module in modules)
        {
            scope.Symbols.In(scope.File, module, name, found);
            KeepTypesAndNamespaces(scope.Symbols, found);
            if (found.Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static void KeepTypesAndNamespaces(SymbolFinder symbols, List<int> found)
    {
        for (int i = found.Count - 1; i >= 0; i--)
        {
            if (!UnitBodies.IsContainer(symbols.Unit(found[i]).Kind))
            {
                found.RemoveAt(i);
            }
        }
    }

    /// <summary>The only type of that name in the languages that the file can use.</summary>
    private static NameScope Anywhere(FileScope scope, int number, List<int> found)
    {
        SymbolFinder symbols = scope.Symbols;
        symbols.AddContainers(symbols.Names.ByFamily.Of(number, symbols.Names.Families[scope.File]), found);
        found.RemoveAll(unit => symbols.Members.PrimaryPartOf(unit) != unit || (scope.Rules.Has(ScopeTraits.AssociatedTypes) && symbols.IsAssociated(unit)));
        return found.Count == 1
            ? NameScope.Unit(found[0], certainty: scope.Rules.Has(ScopeTraits.Global) ? EdgeCertainty.Scoped : EdgeCertainty.NameOnly)
            : NameScope.Unknown;
    }

    /// <summary>Leaves the type whose container holds the use most closely.</summary>
    private static void Nearest(FileScope scope, CodeDeclaration? from, List<int> found)
    {
        int nearest = -1;
        foreach (int type in found)
        {
            string container = scope.Symbols.Unit(type).Container;
            nearest = scope.IsAround(container, from) && (nearest < 0 || container.Length > scope.Symbols.Unit(nearest).Container.Length) ? type : nearest;
        }

        found[0] = nearest < 0 ? found[0] : nearest;
        found.RemoveRange(1, found.Count - 1);
    }

    /// <summary>A type name without type arguments, pointers and nullability.</summary>
    private static string Plain(string written)
    {
        int stop = written.AsSpan().IndexOfAny('<', '[', '(');
        return (stop > 0 ? written[..stop] : written).Trim('*', '&', '?', '!', ' ');
    }
}
