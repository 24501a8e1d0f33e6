namespace StructIndex;

/// <content>Functions that are declared for types of others, and members of what closures have as their own object.</content>
internal sealed partial class CallResolver
{
    /// <summary>Functions for types that are none of these units': they say the type's name and belong to the package of their file.</summary>
    private EdgeCertainty Extension(CodeReference reference, int name)
    {
        if (_scope.Rules.Has(ScopeTraits.Extensions))
        {
            SymbolFinder.Add(
                _names.ByFamily.Of(name, _names.Families[_scope.File]),
                (Resolver: this, Reference: reference),
                static (at, unit) => at.Resolver.IsExtension(unit) && at.Resolver.Sees(at.Resolver._symbols.Unit(unit), at.Reference),
                _found);
        }

        return EdgeCertainty.Scoped;
    }

    /// <summary>Members of what closures around the call have as their own object.</summary>
    private bool OfClosures(CodeReference reference, int name)
    {
        foreach (NameScope own in ReceiverResolver.OwnObjects(_scope, reference.Name, reference.From, _part, _depth))
        {
            if (own.Kind == NameScopeKind.Unit && _found.Count == 0)
            {
                _symbols.Members.Find(own.Index, name, skipOwn: false, _found);
            }
        }

        return _found.Count > 0;
    }

    private bool IsExtension(int unit) =>
        _symbols.Unit(unit) is { Kind: UnitKind.Method, Container.Length: > 0 }
        && (_symbols.Members.Structure.ContainingTypes[unit] is var type && (type < 0 || (_names.Set.DeclarationOf(type) is { } declaration && _names.Rules[_names.Set.FileOf(type)].AddsMembersToOthers(declaration))));

    /// <summary>Puts the members that make objects in the place of types whose name is called like a function: <c>Key("a")</c>.</summary>
    private void ToFactories(CodeReference reference, string member)
    {
        string text = _scope.Parsed.Source.Text;
        if (_names.Number(member) is not (>= 0 and var number) || text.AsSpan(0, reference.Offset).TrimEnd().EndsWith("new", StringComparison.Ordinal))
        {
            return;
        }

        for (int at = 0; at < _found.Count; at++)
        {
            if (_symbols.Unit(_found[at]).Kind.IsType())
            {
                List<int> made = [];
                SymbolFinder.Add(
                    _names.ByContainer.Of(number, _names.Number(_symbols.Unit(_found[at]).QualifiedName)),
                    (Resolver: this, Reference: reference),
                    static (at, unit) => at.Resolver._names.SameFamily(at.Resolver._scope.File, unit) && Overloads.Takes(at.Resolver._scope, at.Reference, at.Resolver._symbols.Unit(unit)),
                    made);
                _found[at] = made is [var only] ? only : _found[at];
            }
        }
    }

    private bool Sees(CodeUnit extension, CodeReference reference)
    {
        int dot = extension.Container.LastIndexOf('.');
        string package = dot < 0 ? "" : extension.Container[..dot];
        return _scope.Rules.Has(ScopeTraits.Global) || _scope.IsAround(package, reference.From) || _scope.Imports.Everything.Contains(package)
            || _scope.Imports.Named(reference.Name).Any(import => (import.Name is null ? import.Module : $"{import.Module}.{import.Name}") == $"{package}.{extension.Name}");
    }
}
