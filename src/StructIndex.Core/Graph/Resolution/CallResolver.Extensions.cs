namespace StructIndex;

/// <content>Functions that are declared for types of others.</content>
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

    private bool IsExtension(int unit) => _symbols.Unit(unit) is { Kind: UnitKind.Method, Container.Length: > 0 } && _symbols.Members.Structure.ContainingTypes[unit] < 0;

    private bool Sees(CodeUnit extension, CodeReference reference)
    {
        int dot = extension.Container.LastIndexOf('.');
        string package = dot < 0 ? "" : extension.Container[..dot];
        return _scope.Rules.Has(ScopeTraits.Global) || _scope.IsAround(package, reference.From) || _scope.Imports.Everything.Contains(package)
            || _scope.Imports.Named(reference.Name).Any(import => (import.Name is null ? import.Module : $"{import.Module}.{import.Name}") == $"{package}.{extension.Name}");
    }
}
