namespace StructIndex;

/// <summary>
/// Finds the types that implement interfaces in a language where no type names them (<see cref="ScopeTraits.ImplicitInterfaces"/>): those
/// that have all methods of an interface, their own or those of an embedded type, with the same parameters and results. A method that is
/// not public belongs to its folder.
/// </summary>
internal sealed class MethodSets
{
    /// <summary>A method that more declarations share, or an interface that more types have, says nothing of any of them.</summary>
    private const int MaxTypes = 1_000;

    /// <summary>Interfaces in one another are followed through this many, as bases are elsewhere.</summary>
    private const int MaxEmbedded = 64;

    /// <summary>Where an interface embeds one that is not in the code base, so many methods must be.</summary>
    private const int MinOfPart = 2;

    private readonly SymbolFinder _symbols;
    private readonly UnitSet _set;
    private readonly Dictionary<int, List<int>> _embedding = [];
    private readonly Dictionary<int, string> _signatures = [];
    private readonly List<int> _found = [];

    private MethodSets(SymbolFinder symbols)
    {
        (_symbols, _set) = (symbols, symbols.Names.Set);
        for (int type = 0; type < _set.Units.Count; type++)
        {
            if (!IsType(type, isInterface: false))
            {
                continue;
            }

            foreach (int embedded in symbols.Members.BasesOf(type))
            {
                (_embedding.TryGetValue(embedded, out List<int>? known) ? known : _embedding[embedded] = []).Add(type);
            }
        }
    }

    /// <summary>Finds all pairs. Embedded types must be known before.</summary>
    /// <returns>
    /// For each pair the type, the interface and how surely it holds: less where the interface has type parameters, whose methods are
    /// compared by name alone, or methods that are not in the code base.
    /// </returns>
    public static List<(int Type, int Interface, EdgeCertainty Certainty)> Implementations(SymbolFinder symbols, CancellationToken cancellationToken)
    {
        List<(int, int, EdgeCertainty)> pairs = [];
        MethodSets? sets = null;
        ILookup<int, int>? methods = null;
        for (int contract = 0; contract < symbols.Names.Set.Units.Count; contract++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!IsType(symbols, contract, isInterface: true))
            {
                continue;
            }

            sets ??= new MethodSets(symbols);
            methods ??= Enumerable.Range(0, symbols.Members.Structure.ContainingTypes.Length).Where(unit => sets.IsMethodOfInterface(unit)).ToLookup(unit => symbols.Members.Structure.ContainingTypes[unit]);
            bool isGeneric = symbols.Unit(contract).Signature.Contains('[', StringComparison.Ordinal);
            List<int> wanted = sets.MethodsOf(contract, methods, out bool complete);
            if (wanted.Count >= (complete ? 1 : MinOfPart))
            {
                EdgeCertainty certainty = isGeneric ? EdgeCertainty.Candidate : complete ? EdgeCertainty.Scoped : EdgeCertainty.NameOnly;
                pairs.AddRange(sets.TypesWith(wanted, compares: !isGeneric).Select(type => (type, contract, certainty)));
            }
        }

        return pairs;
    }

    private static bool IsType(SymbolFinder symbols, int unit, bool isInterface) =>
        symbols.Unit(unit) is var type && type.Kind.IsType() && type.Kind == UnitKind.Interface == isInterface
        && symbols.Names.Rules[symbols.Names.Set.FileOf(unit)].Has(ScopeTraits.ImplicitInterfaces) && symbols.Members.PrimaryPartOf(unit) == unit;

    private bool IsType(int unit, bool isInterface) => IsType(_symbols, unit, isInterface);

    private bool IsMethodOfInterface(int unit) =>
        _symbols.Members.Structure.ContainingTypes[unit] is >= 0 and var container && IsType(container, isInterface: true) && _symbols.Unit(unit).Kind.IsCallable();

    /// <summary>The methods of an interface and of those that it embeds; not complete where one of these is not in the code base.</summary>
    private List<int> MethodsOf(int contract, ILookup<int, int> methods, out bool complete)
    {
        List<int> all = [contract], found = [];
        complete = true;
        for (int at = 0; at < all.Count && all.Count <= MaxEmbedded; at++)
        {
            complete &= !_symbols.Members.HasUnknownBase(all[at]);
            found.AddRange(methods[all[at]]);
            all.AddRange(_symbols.Members.BasesOf(all[at]).Where(next => !all.Contains(next)));
        }

        complete &= all.Count <= MaxEmbedded;
        return found;
    }

    private SortedSet<int> TypesWith(List<int> wanted, bool compares)
    {
        // The method that fewest have leaves the fewest types to look at.
        ReadOnlySpan<int> fewest = Named(wanted[0]);
        foreach (int method in wanted)
        {
            fewest = Named(method).Length < fewest.Length ? Named(method) : fewest;
        }

        SortedSet<int> types = [];
        foreach (int method in fewest.Length > MaxTypes ? [] : fewest)
        {
            AddWithEmbedding(_symbols.Members.Structure.ContainingTypes[method], types);
        }

        if (types.Count > MaxTypes)
        {
            return [];
        }

        types.RemoveWhere(type => !wanted.TrueForAll(method => Has(type, method, compares)));
        return types;
    }

    private ReadOnlySpan<int> Named(int method) => _symbols.Names.ByFamily.Of(_symbols.Names.Number(_symbols.Unit(method).Name), _symbols.Names.Families[_set.FileOf(method)]);

    /// <summary>Adds a type and all types that embed it, which have its methods too.</summary>
    private void AddWithEmbedding(int container, SortedSet<int> types)
    {
        Stack<int> open = new([container]);
        while (types.Count <= MaxTypes && open.TryPop(out int type))
        {
            if (type >= 0 && (!IsType(type, isInterface: false) || types.Add(type)) && _embedding.TryGetValue(type, out List<int>? embedding))
            {
                embedding.ForEach(open.Push);
            }
        }
    }

    private bool Has(int type, int wanted, bool compares)
    {
        CodeUnit method = _symbols.Unit(wanted);
        _found.Clear();
        _symbols.Members.Find(type, _symbols.Names.Number(method.Name), skipOwn: false, _found);
        bool isPublic = method.IsPublic != false;
        return _found.Exists(own => _symbols.Unit(own).Kind.IsCallable()
            && (isPublic || _symbols.Names.DirectoryOf(_set.FileOf(own)) == _symbols.Names.DirectoryOf(_set.FileOf(wanted)))
            && (!compares || SignatureOf(own) == SignatureOf(wanted)));
    }

    private string SignatureOf(int method) =>
        _signatures.TryGetValue(method, out string? known) ? known : _signatures[method] = _symbols.Names.Rules[_set.FileOf(method)].MethodShape(_set.DeclarationOf(method)!);
}
