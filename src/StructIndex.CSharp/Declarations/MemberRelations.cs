using Microsoft.CodeAnalysis;

namespace StructIndex;

/// <summary>What a member overrides and which interface members it implements.</summary>
internal static class MemberRelations
{
    /// <summary>The member directly overridden; null when there is none.</summary>
    public static ISymbol? Overridden(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        IEventSymbol @event => @event.OverriddenEvent,
        _ => null,
    };

    /// <summary>The interface members that a member declared in a class or struct implements, explicitly or by name.</summary>
    public static IEnumerable<ISymbol> Implemented(ISymbol symbol)
    {
        if (symbol.ContainingType is not { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } type)
        {
            yield break;
        }

        foreach (ISymbol member in Explicit(symbol))
        {
            yield return member;
        }

        // Only public members implement by name; static ones where the interface's are static abstract.
        if (type.TypeKind == TypeKind.Interface || symbol.DeclaredAccessibility != Accessibility.Public || !symbol.CanBeReferencedByName && symbol is not IPropertySymbol { IsIndexer: true })
        {
            yield break;
        }

        foreach (INamedTypeSymbol @interface in type.AllInterfaces)
        {
            foreach (ISymbol member in @interface.GetMembers(symbol.Name))
            {
                if (SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), symbol))
                {
                    yield return member;
                }
            }
        }
    }

    private static IEnumerable<ISymbol> Explicit(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.ExplicitInterfaceImplementations,
        IPropertySymbol property => property.ExplicitInterfaceImplementations,
        IEventSymbol @event => @event.ExplicitInterfaceImplementations,
        _ => [],
    };
}
