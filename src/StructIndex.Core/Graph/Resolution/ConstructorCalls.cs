namespace StructIndex;

/// <summary>Calls of constructors by keyword: <c>super(...)</c>, <c>this(...)</c>, <c>new this()</c>.</summary>
internal static class ConstructorCalls
{
    /// <summary>Bases that are looked through for the nearest with a constructor.</summary>
    private const int MaxTypes = 64;

    /// <summary>Adds the constructors, or the type, that a reference by keyword may mean.</summary>
    /// <returns>Whether the reference is one by keyword; nothing else is meant then.</returns>
    public static bool Add(FileScope scope, CodeReference reference, List<int> found)
    {
        bool isSelf = reference.Name == "this", isBase = reference.Name == "super";
        if (reference.Receiver is not null || !(isSelf || isBase) || !(scope.Rules.Has(ScopeTraits.Overloads) || scope.Rules.Has(ScopeTraits.DefaultExports)))
        {
            return false;
        }

        int type = scope.TypeAround(reference.From);
        if (type < 0)
        {
            return true;
        }

        if (isSelf && reference.Kind == CodeReferenceKind.Construct)
        {
            found.Add(type);
            return true;
        }

        TypeMembers members = scope.Symbols.Members;
        int caller = reference.From is { } from ? scope.Symbols.Names.Set.IndexOf(from) : -1;
        List<int> types = isSelf ? [type] : [.. members.BasesOf(type)];
        for (int at = 0; at < types.Count && types.Count <= MaxTypes && found.Count == 0; at++)
        {
            AddConstructors(scope.Symbols, types[at], caller, found);
            types.AddRange(isSelf ? [] : members.BasesOf(types[at]).Where(next => !types.Contains(next)));
        }

        return true;
    }

    private static void AddConstructors(SymbolFinder symbols, int type, int caller, List<int> found)
    {
        foreach (string name in symbols.Names.Rules[symbols.Names.Set.FileOf(type)].ConstructorNames.Append(symbols.Unit(type).Name))
        {
            if (symbols.Names.Number(name) is >= 0 and var number)
            {
                SymbolFinder.Add(symbols.Members.Own(type, number), unit => unit != caller && symbols.Unit(unit).Kind == UnitKind.Constructor, found);
            }
        }
    }
}
