namespace StructIndex;

/// <summary>Finds members that override or implement one of a base type.</summary>
internal static class OverrideFinder
{
    /// <summary>
    /// Adds an edge from each such member to the nearest one by its name, with the certainty that the type's own bases have.
    /// </summary>
    /// <param name="symbols">Types with their bases.</param>
    /// <param name="certaintyOf">How surely a type's bases are known.</param>
    /// <param name="edges">Takes the edges.</param>
    public static void Add(SymbolFinder symbols, Func<int, EdgeCertainty> certaintyOf, List<RawEdge> edges)
    {
        UnitSet set = symbols.Names.Set;
        int[] containers = symbols.Members.Structure.ContainingTypes;
        List<int> found = [];
        for (int member = 0; member < containers.Length; member++)
        {
            int type = containers[member];
            CodeUnit unit = set.Units[member];
            if (type < 0 || !unit.Kind.IsCallable() || unit.Kind == UnitKind.Constructor || symbols.Members.BasesOf(type).Count == 0)
            {
                continue;
            }

            found.Clear();
            symbols.Members.Find(type, symbols.Names.Number(unit.Name), skipOwn: true, found);
            found.RemoveAll(other => !set.Units[other].Kind.IsCallable() || containers[other] == type);
            if (found.Count == 0)
            {
                continue;
            }

            int parameters = CallArguments.Parameters(unit);
            int best = found.FindIndex(other => CallArguments.Parameters(set.Units[other]) == parameters);
            if (best < 0 && symbols.Names.Rules[set.FileOf(member)].Has(ScopeTraits.Overloads))
            {
                // Another overload of the name.
                continue;
            }

            int target = found[Math.Max(best, 0)];
            bool implements = set.Units[containers[target]].Kind is UnitKind.Interface or UnitKind.Trait && set.Units[type].Kind is not (UnitKind.Interface or UnitKind.Trait);
            EdgeCertainty certainty = best < 0 && found.Count > 1 ? EdgeCertainty.Candidate : certaintyOf(type);
            edges.Add(new RawEdge(member, target, implements ? EdgeKind.Implements : EdgeKind.Overrides, certainty, set.Files[set.FileOf(member)].Source.LineAt(set.DeclarationOf(member)!.NameSpan.Start)));
        }
    }
}
