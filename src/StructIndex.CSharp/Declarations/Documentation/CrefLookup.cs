using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StructIndex;

/// <summary>
/// Finds the symbol that a <c>cref</c> names where another symbol is declared. The trees have no documentation, so that the compiler knows
/// nothing of it but its text.
/// </summary>
internal sealed class CrefLookup
{
    private readonly ISymbol _from;
    private readonly SemanticModel _model;
    private readonly int _position;

    private CrefLookup(ISymbol from, SemanticModel model, int position) => (_from, _model, _position) = (from, model, position);

    /// <summary>The symbol; null where there is none among the sources and references.</summary>
    public static ISymbol? Find(ISymbol from, string cref)
    {
        if (from.ContainingAssembly is not ISourceAssemblySymbol { Compilation: var compilation } || from.DeclaringSyntaxReferences is not [var place, ..])
        {
            return null;
        }

        SyntaxTriviaList comment = SyntaxFactory.ParseLeadingTrivia($"/// <see cref=\"{cref}\"/>\n");
        CrefSyntax? written = comment.Select(trivia => trivia.GetStructure()).OfType<SyntaxNode>().SelectMany(node => node.DescendantNodes()).OfType<CrefSyntax>().FirstOrDefault();
        CrefLookup lookup = new(from, compilation.GetSemanticModel(place.SyntaxTree), place.Span.Start);
        return written switch
        {
            TypeCrefSyntax type => lookup.Type(type.Type),
            QualifiedCrefSyntax qualified => lookup.Type(qualified.Container) is { } container ? Member(container, qualified.Member) : null,
            NameMemberCrefSyntax { Parameters: null } name => lookup.Type(name.Name) ?? lookup.OwnMember(name),
            MemberCrefSyntax member => lookup.OwnMember(member),
            _ => null,
        };
    }

    private ISymbol? OwnMember(MemberCrefSyntax member)
    {
        for (INamedTypeSymbol? type = _from as INamedTypeSymbol ?? _from.ContainingType; type is not null; type = type.BaseType)
        {
            if (Member(type, member) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private INamespaceOrTypeSymbol? Type(TypeSyntax written) => written switch
    {
        QualifiedNameSyntax qualified => Type(qualified.Left) is { } container ? Inner(container, qualified.Right) : null,
        SimpleNameSyntax name => _model.LookupNamespacesAndTypes(_position, name: name.Identifier.ValueText).OfType<INamespaceOrTypeSymbol>().FirstOrDefault(symbol => Arity(symbol) == name.Arity),
        _ => null,
    };

    private static INamespaceOrTypeSymbol? Inner(INamespaceOrTypeSymbol container, SimpleNameSyntax name) =>
        container.GetMembers(name.Identifier.ValueText).OfType<INamespaceOrTypeSymbol>().FirstOrDefault(symbol => Arity(symbol) == name.Arity);

    private static int Arity(ISymbol symbol) => symbol is INamedTypeSymbol type ? type.Arity : 0;

    /// <summary>The member of that name, with parameters as written, else as many, else the first.</summary>
    private static ISymbol? Member(INamespaceOrTypeSymbol container, MemberCrefSyntax written)
    {
        (string? name, CrefParameterListSyntax? parameters) = written switch
        {
            NameMemberCrefSyntax { Name: SimpleNameSyntax simple } member when simple.Identifier.ValueText == container.Name => (".ctor", member.Parameters),
            NameMemberCrefSyntax { Name: SimpleNameSyntax simple } member => (simple.Identifier.ValueText, member.Parameters),
            _ => (null, null),
        };
        if (name is null)
        {
            return null;
        }

        ISymbol[] named = [.. container.GetMembers(name)];
        if (parameters is null)
        {
            return named.FirstOrDefault();
        }

        string[] types = [.. parameters.Parameters.Select(parameter => parameter.Type.ToString())];
        IMethodSymbol[] fitting = [.. named.OfType<IMethodSymbol>().Where(method => method.Parameters.Length == types.Length)];
        return fitting.FirstOrDefault(method => method.Parameters.Select(parameter => parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)).SequenceEqual(types, StringComparer.Ordinal)) ?? fitting.FirstOrDefault();
    }
}
