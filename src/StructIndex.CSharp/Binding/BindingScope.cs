using Microsoft.CodeAnalysis;

namespace StructIndex;

/// <summary>Knows which declaration a symbol is. One for each thread; shares nothing that changes.</summary>
internal sealed class BindingScope(IReadOnlyDictionary<string, CSharpFile> files)
{
    private readonly Dictionary<ISymbol, CodeDeclaration?> _declared = new(ReferenceEqualityComparer.Instance);

    /// <summary>
    /// The declaration of a symbol: extension methods as they are declared, generics as their definition, partial members with their body,
    /// accessors as their property. Constructors nobody wrote, the properties of a record's parameters, fields and the <c>Invoke</c> of a
    /// delegate are their type. Null for what the code base does not declare, and for other members that the compiler makes (a record's
    /// <c>==</c>, <c>Deconstruct</c>, <c>ToString</c>).
    /// </summary>
    public CodeDeclaration? DeclarationOf(ISymbol? symbol)
    {
        // Symbols of assemblies and generics as they are constructed are not kept: each would live until its project is bound.
        ISymbol? definition = symbol is null ? null : Definition(symbol);
        if (definition is null || !IsSource(definition))
        {
            return null;
        }

        if (!_declared.TryGetValue(definition, out CodeDeclaration? declaration))
        {
            declaration = Find(definition);
            _declared.Add(definition, declaration);
        }

        return declaration;
    }

    /// <summary>Whether the code base holds the symbol, declared or implied.</summary>
    public static bool IsSource(ISymbol symbol)
        => symbol.ContainingAssembly is ISourceAssemblySymbol
            || symbol.OriginalDefinition.DeclaringSyntaxReferences.Length > 0

            // Seen from a project with other references the assembly is a wrapper, and what nobody wrote has no syntax but its type's.
            || symbol.ContainingType is { OriginalDefinition.DeclaringSyntaxReferences.Length: > 0 };

    /// <summary>The symbol as it is declared.</summary>
    public static ISymbol Definition(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => Definition(method),
        IPropertySymbol property => property.OriginalDefinition.PartialImplementationPart ?? property.OriginalDefinition,
        IEventSymbol @event => @event.OriginalDefinition.PartialImplementationPart ?? @event.OriginalDefinition,
        _ => symbol.OriginalDefinition,
    };

    private static ISymbol Definition(IMethodSymbol method)
    {
        IMethodSymbol definition = (method.ReducedFrom ?? method).OriginalDefinition;
        return definition.AssociatedSymbol is { } associated and (IPropertySymbol or IEventSymbol)
            ? Definition(associated)
            : definition.PartialImplementationPart ?? definition;
    }

    /// <summary>The file that declares a symbol; null for what the code base does not declare.</summary>
    public SourceFile? SourceOf(ISymbol symbol)
    {
        foreach (SyntaxReference reference in Definition(symbol).DeclaringSyntaxReferences)
        {
            if (files.TryGetValue(reference.SyntaxTree.FilePath, out CSharpFile? file))
            {
                return file.Source;
            }
        }

        return null;
    }

    private CodeDeclaration? Find(ISymbol definition)
    {
        if (definition is IMethodSymbol { IsImplicitlyDeclared: true, MethodKind: not (MethodKind.Constructor or MethodKind.StaticConstructor or MethodKind.DelegateInvoke) })
        {
            return null;
        }

        foreach (SyntaxReference reference in definition.DeclaringSyntaxReferences)
        {
            if (files.TryGetValue(reference.SyntaxTree.FilePath, out CSharpFile? file) && file.Declared.TryGetValue(reference.Span.Start, out CodeDeclaration? declaration))
            {
                return declaration;
            }
        }

        bool isPartOfItsType = definition is IFieldSymbol or IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor or MethodKind.DelegateInvoke };
        return isPartOfItsType ? DeclarationOf(definition.ContainingType?.OriginalDefinition) : null;
    }
}
