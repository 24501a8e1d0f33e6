namespace StructIndex;

/// <summary>Chooses between declarations that share a name.</summary>
internal static class Overloads
{
    /// <summary>Bases whose overloads are looked at one after the other.</summary>
    private const int MaxBases = 8;

    /// <summary>Leaves the declarations that fit best: with a body, with so many parameters, near the use.</summary>
    public static void Narrow(SymbolFinder symbols, FileScope scope, CodeReference reference, List<int> found)
    {
        int prototype = Prototypes.Define(symbols, scope, found);
        Choose(symbols, scope, reference, found);
        if (prototype >= 0 && found.Count > 1)
        {
            // Definitions for several platforms or programs: what declares them stands for all.
            found.Clear();
            found.Add(prototype);
        }
    }

    /// <summary>Whether a declaration can take the arguments of a call, as far as their number tells.</summary>
    public static bool Takes(FileScope scope, CodeReference reference, CodeUnit unit) =>
        CallArguments.Of(scope.Parsed.Source.Text, reference.Offset + reference.Name.Length) is not { } arguments
        || CallArguments.Fit(unit, new string?[arguments.Count], loose: true, (_, _) => true);

    private static void Choose(SymbolFinder symbols, FileScope scope, CodeReference reference, List<int> found)
    {
        UnitSet set = symbols.Names.Set;
        Keep(found, unit => symbols.Unit(unit).Kind.IsType() == (reference.Kind == CodeReferenceKind.Construct));

        // Where an overload may be abstract, arguments say more than a body does; a prototype of C++ is the function itself.
        bool firstByArguments = scope.Rules.Has(ScopeTraits.Overloads) && !scope.Rules.Has(ScopeTraits.Includes);
        if (firstByArguments)
        {
            WidenToBases(symbols, scope, reference, found);
            KeepFitting(symbols, scope, reference, found);
        }

        Keep(found, unit => set.DeclarationOf(unit)!.Body.Length > 0);
        Keep(found, unit => !symbols.Names.Rules[set.FileOf(unit)].IsStub(set.DeclarationOf(unit)!));
        if (!firstByArguments)
        {
            KeepFitting(symbols, scope, reference, found);
        }

        ConstMembers.Choose(symbols, scope, reference, found);
        Keep(found, unit => set.FileOf(unit) == scope.File);
        Keep(found, unit => symbols.Names.DirectoryOf(set.FileOf(unit)) == symbols.Names.DirectoryOf(scope.File));
        bool fromTest = reference.From is { } from && set.IndexOf(from) is >= 0 and var index && symbols.Unit(index).Role == UnitRole.Test;
        Keep(found, unit => fromTest || symbols.Unit(unit).Role != UnitRole.Test);
        Keep(found, unit => symbols.Unit(unit).Language == scope.Parsed.Source.Language);
    }

    /// <summary>The constructor that an object of a type is made by, where one is declared and only one fits; the type itself otherwise.</summary>
    public static int ConstructorOf(SymbolFinder symbols, FileScope scope, CodeReference reference, int type)
    {
        List<int> found = [];
        foreach (string name in symbols.Names.Rules[symbols.Names.Set.FileOf(type)].ConstructorNames.Append(symbols.Unit(type).Name))
        {
            if (symbols.Names.Number(name) is >= 0 and var number)
            {
                SymbolFinder.Add(symbols.Members.Own(type, number), unit => symbols.Unit(unit).Kind == UnitKind.Constructor, found);
            }
        }

        KeepFitting(symbols, scope, reference, found);
        return found.Count == 1 ? found[0] : type;
    }

    private static void KeepFitting(SymbolFinder symbols, FileScope scope, CodeReference reference, List<int> found)
    {
        if (found.Count < 2 || CallArguments.Of(scope.Parsed.Source.Text, reference.Offset + reference.Name.Length) is not { } arguments)
        {
            return;
        }

        string?[] types = [.. arguments.Select(argument => ArgumentTypes.Of(scope, reference.From, scope.PartAt(reference.Offset), argument))];
        Keep(found, unit => symbols.Unit(unit).Kind.IsType() || CallArguments.Fit(symbols.Unit(unit), types, loose: true, (_, _) => true));
        Keep(found, unit => CallArguments.Fit(symbols.Unit(unit), types, loose: true, IsKindOf));
        Keep(found, unit => CallArguments.Fit(symbols.Unit(unit), types, loose: false, IsKindOf));
        if (scope.Rules.Has(ScopeTraits.Overloads))
        {
            Keep(found, unit => symbols.Unit(unit).Kind.IsType() || CallArguments.FitExactly(symbols.Unit(unit), types));
            Keep(found, unit => !CallArguments.TakesMany(symbols.Unit(unit)));
        }

        bool IsKindOf(string own, string wanted) => own == wanted || (TypeResolver.Simple(scope, own, reference.From) is { Kind: NameScopeKind.Unit, Index: var type } && symbols.IsKindOf(type, wanted));
    }

    /// <summary>Where none of a type's own overloads takes so many arguments, those of its bases are meant.</summary>
    private static void WidenToBases(SymbolFinder symbols, FileScope scope, CodeReference reference, List<int> found)
    {
        if (found.Count == 0 || symbols.Unit(found[0]).Kind.IsType() || CallArguments.Of(scope.Parsed.Source.Text, reference.Offset + reference.Name.Length) is not { } arguments)
        {
            return;
        }

        string?[] unknown = new string?[arguments.Count];
        List<int> own = [.. found];
        for (int level = 0; level < MaxBases && own.Count > 0 && !own.Exists(Takes) && symbols.Members.Structure.ContainingTypes[own[0]] is >= 0 and var owner; level++)
        {
            List<int> inherited = [];
            symbols.Members.Find(owner, symbols.Names.Number(reference.Name), skipOwn: true, inherited);
            own = inherited;
        }

        if (own.Exists(Takes))
        {
            found.Clear();
            found.AddRange(own);
        }

        bool Takes(int unit) => CallArguments.Fit(symbols.Unit(unit), unknown, loose: true, (_, _) => true);
    }

    /// <summary>Leaves those that pass, where some do.</summary>
    private static void Keep(List<int> found, Predicate<int> fits)
    {
        if (found.Count > 1 && found.Exists(fits))
        {
            found.RemoveAll(unit => !fits(unit));
        }
    }
}
