namespace StructIndex;

/// <summary>Makes edges of one file's references. Used by one thread.</summary>
internal sealed class EdgeResolver
{
    /// <summary>A name that could be more declarations than this is not guessed at.</summary>
    private const int MaxCandidates = 5;

    /// <summary>Of so many declarations the arguments may still choose a few.</summary>
    private const int MaxNarrowed = 20;

    /// <summary>The same where overloads are told apart by their parameters.</summary>
    private const int MaxOverloads = 64;

    private readonly FileScope _scope;
    private readonly SymbolFinder _symbols;
    private readonly UnitSet _set;
    private readonly CallResolver _calls;

    /// <summary>Makes a resolver for a file.</summary>
    public EdgeResolver(SymbolFinder symbols, int file)
    {
        _symbols = symbols;
        _set = symbols.Names.Set;
        _scope = symbols.ScopeOf(file);
        _calls = new CallResolver(_scope);
    }

    /// <summary>The edges from types to their bases; of a base that is none of these units one with target -1.</summary>
    public RawEdge[] Bases()
    {
        List<RawEdge> edges = [];
        foreach (CodeReference reference in _scope.Parsed.References)
        {
            if (reference.Kind is CodeReferenceKind.Call or CodeReferenceKind.Construct || reference.From is not { } from || _set.IndexOf(from) is not (>= 0 and var type))
            {
                continue;
            }

            string written = reference.Receiver is { Length: > 0 } receiver ? $"{receiver}.{reference.Name}" : reference.Name;
            NameScope place = TypeResolver.Find(_scope, written, from.Parent);
            place = place.Kind == NameScopeKind.File ? DefaultType(place) : place;
            place = place.IsKnown || reference.Receiver is null ? place : InModule(reference, from, place);
            int target = place.Kind == NameScopeKind.Unit && place.Index != type ? place.Index : -1;
            bool implements = target >= 0 && IsContract(target) && !IsContract(type);
            edges.Add(new RawEdge(type, target, implements ? EdgeKind.Implements : EdgeKind.Inherits, place.Certainty, _scope.Parsed.Source.LineAt(reference.Offset)));
        }

        return [.. edges];
    }

    /// <summary>The edges of calls and constructions.</summary>
    public RawEdge[] Calls(CancellationToken cancellationToken)
    {
        List<RawEdge> edges = [];
        SourceFile source = _scope.Parsed.Source;
        foreach (CodeReference reference in _scope.Parsed.References)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reference.Kind is not (CodeReferenceKind.Call or CodeReferenceKind.Construct))
            {
                continue;
            }

            (List<int> found, EdgeCertainty certainty) = _calls.Resolve(reference);
            bool areOverloads = _scope.Rules.Has(ScopeTraits.Overloads);
            if (found.Count == 0 || found.Count > (areOverloads ? MaxOverloads : MaxNarrowed))
            {
                continue;
            }

            int line = source.LineAt(reference.Offset);
            int from = reference.From is { } declaration ? _set.IndexOf(declaration) : _set.ModuleAt(_scope.File, line);
            if (!_calls.IsValue)
            {
                Overloads.Narrow(_symbols, _scope, reference, found);
            }

            if (found.Count > 1 && !areOverloads && !_calls.IsValue && AreOfOneType(found))
            {
                // Where functions of one name do not differ by their parameters, these are one.
                found.RemoveRange(1, found.Count - 1);
            }

            certainty = found.Count > 1 ? EdgeCertainty.Candidate : certainty;
            if (found.Count > 1 && areOverloads && AreOfOneType(found))
            {
                // The first of a family of overloads stands for it.
                found.RemoveRange(1, found.Count - 1);
            }

            if (from < 0 || found.Count > MaxCandidates)
            {
                continue;
            }

            foreach (int unit in found)
            {
                int target = _symbols.Unit(unit).Kind.IsType() ? Overloads.ConstructorOf(_symbols, _scope, reference, unit) : unit;
                edges.Add(new RawEdge(from, target, _scope.Rules.UseOf(_symbols.Unit(unit).Kind, reference.Kind), certainty, line));
            }
        }

        return [.. edges];
    }

    /// <summary>A base that is named by the path of its module: <c>crate::flags::Flag</c>.</summary>
    private NameScope InModule(CodeReference reference, CodeDeclaration from, NameScope otherwise)
    {
        List<int> found = [];
        _symbols.In(_scope.File, ReceiverResolver.Find(_scope, reference.Receiver!, reference.Name, from.Parent), reference.Name, found);
        return found.FindIndex(unit => _symbols.Unit(unit).Kind.IsType()) is >= 0 and var type ? NameScope.Unit(found[type]) : otherwise;
    }

    private NameScope DefaultType(NameScope module)
    {
        List<int> exported = [];
        _symbols.Default(module, exported);
        return exported.FindIndex(unit => _symbols.Unit(unit).Kind.IsType()) is >= 0 and var type ? NameScope.Unit(exported[type]) : module;
    }

    private bool AreOfOneType(List<int> found) => found.TrueForAll(unit => _symbols.Members.Structure.ContainingTypes[unit] is >= 0 and var owner && owner == _symbols.Members.Structure.ContainingTypes[found[0]]);

    /// <summary>Whether a type says what others must do: an interface, protocol or trait.</summary>
    private bool IsContract(int type) => _symbols.Unit(type).Kind is UnitKind.Interface or UnitKind.Trait;
}
