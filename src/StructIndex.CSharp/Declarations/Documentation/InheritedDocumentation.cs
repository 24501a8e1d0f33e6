using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StructIndex;

/// <summary>Finds the documentation that <c>&lt;inheritdoc/&gt;</c> stands for, where its source is among the files.</summary>
internal static class InheritedDocumentation
{
    private const int MaxDepth = 8;

    /// <summary>
    /// The readable documentation of the symbol that a comment names (<c>cref</c>), else of the nearest overridden or implemented symbol
    /// that has one; empty when none has.
    /// </summary>
    public static string Of(ISymbol symbol, string comment, CancellationToken cancellationToken, int depth = 0)
    {
        if (depth >= MaxDepth)
        {
            return "";
        }

        string cref = XmlDocumentation.InheritedFrom(comment);
        foreach (ISymbol source in cref.Length == 0 ? Sources(symbol) : CrefLookup.Find(symbol, cref) is { } named ? [named] : [])
        {
            string xml = Xml(source, cancellationToken);
            string text = XmlDocumentation.Inherits(xml) || xml.Length == 0
                ? Of(source, xml, cancellationToken, depth + 1)
                : XmlDocumentation.Clean(xml);
            if (text.Length > 0)
            {
                return text;
            }
        }

        return "";
    }

    private static IEnumerable<ISymbol> Sources(ISymbol symbol)
    {
        if (symbol is INamedTypeSymbol type)
        {
            return type.BaseType is { SpecialType: SpecialType.None } baseType ? type.Interfaces.Prepend(baseType) : type.Interfaces;
        }

        if (symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor)
        {
            return constructor.ContainingType.BaseType?.InstanceConstructors
                .Where(other => other.Parameters.Select(p => p.Type).SequenceEqual(constructor.Parameters.Select(p => p.Type), SymbolEqualityComparer.Default)) ?? [];
        }

        return MemberRelations.Overridden(symbol) is { } overridden
            ? MemberRelations.Implemented(symbol).Prepend(overridden)
            : MemberRelations.Implemented(symbol);
    }

    private static string Xml(ISymbol symbol, CancellationToken cancellationToken)
    {
        foreach (SyntaxReference reference in symbol.OriginalDefinition.DeclaringSyntaxReferences)
        {
            SyntaxNode node = reference.GetSyntax(cancellationToken);
            node = node is VariableDeclaratorSyntax { Parent.Parent: MemberDeclarationSyntax member } ? member : node;
            string xml = LeadingComments.Of(node, node.SyntaxTree.GetText(cancellationToken).ToString()).Xml;
            if (xml.Length > 0)
            {
                return xml;
            }
        }

        return "";
    }
}
