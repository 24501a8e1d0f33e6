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

    private bool IsExtension(int unit) => _symbols.Unit(unit) is { Kind: UnitKind.Method, Container.Length: > 0 } && _symbols.Members.Structure.ContainingTypes[unit] < 0;

    private bool Sees(CodeUnit extension, CodeReference reference)
    {
        int dot = extension.Container.LastIndexOf('.');
        string package = dot < 0 ? "" : extension.Container[..dot];
        return _scope.Rules.Has(ScopeTraits.Global) || _scope.IsAround(package, reference.From) || _scope.Imports.Everything.Contains(package)
            || _scope.Imports.Named(reference.Name).Any(import => (import.Name is null ? import.Module : $"{import.Module}.{import.Name}") == $"{package}.{extension.Name}");
    }
}
