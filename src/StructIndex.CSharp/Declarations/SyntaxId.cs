using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StructIndex;

/// <summary>
/// Documentation-comment ids from syntax alone: exact where every parameter type is a keyword (<c>int</c>, <c>string[]</c>),
/// otherwise with the types as written, for code that is parsed but not bound.
/// </summary>
internal static class SyntaxId
{
    /// <summary>The id of a member or type.</summary>
    /// <param name="node">The declaration.</param>
    /// <param name="container">Metadata name of what holds it, for example <c>N.Outer`1</c>; empty at the top.</param>
    /// <param name="name">Simple name.</param>
    /// <param name="exact">Whether the compiler would give the same.</param>
    public static string? Of(SyntaxNode node, string container, string name, out bool exact)
    {
        exact = true;
        string prefix = container.Length == 0 ? "" : container + ".";
        switch (node)
        {
            case BaseTypeDeclarationSyntax or DelegateDeclarationSyntax:
                return $"T:{prefix}{MetadataName(node, name)}";
            case MethodDeclarationSyntax { ExplicitInterfaceSpecifier: null } method:
                return $"M:{prefix}{name}{Arity(method.TypeParameterList, "``")}{Parameters(method.ParameterList.Parameters, ref exact)}";
            case ConstructorDeclarationSyntax constructor:
                string kind = constructor.Modifiers.Any(SyntaxKind.StaticKeyword) ? "#cctor" : "#ctor";
                return $"M:{prefix}{kind}{Parameters(constructor.ParameterList.Parameters, ref exact)}";
            case DestructorDeclarationSyntax:
                return $"M:{prefix}Finalize";
            case PropertyDeclarationSyntax { ExplicitInterfaceSpecifier: null }:
                return $"P:{prefix}{name}";
            case IndexerDeclarationSyntax { ExplicitInterfaceSpecifier: null } indexer:
                // An attribute may rename an indexer.
                string item = $"P:{prefix}Item{Parameters(indexer.ParameterList.Parameters, ref exact)}";
                exact &= indexer.AttributeLists.Count == 0;
                return item;
            case EventDeclarationSyntax { ExplicitInterfaceSpecifier: null } or VariableDeclaratorSyntax:
                return $"E:{prefix}{name}";
            default:
                exact = false;
                return null;
        }
    }

    /// <summary>A type's name with its number of type parameters, as metadata writes it.</summary>
    public static string MetadataName(SyntaxNode node, string name) => node switch
    {
        TypeDeclarationSyntax type => name + Arity(type.TypeParameterList, "`"),
        DelegateDeclarationSyntax type => name + Arity(type.TypeParameterList, "`"),
        _ => name,
    };

    private static string Arity(TypeParameterListSyntax? list, string mark)
        => list is null ? "" : mark + list.Parameters.Count.ToString(CultureInfo.InvariantCulture);

    private static string Parameters(SeparatedSyntaxList<ParameterSyntax> parameters, ref bool exact)
    {
        if (parameters.Count == 0)
        {
            return "";
        }

        StringBuilder result = new("(");
        foreach (ParameterSyntax parameter in parameters)
        {
            result.Append(result.Length > 1 ? "," : "");
            Append(result, parameter.Type, ref exact);
            bool byReference = parameter.Modifiers.Any(m => m.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword or SyntaxKind.InKeyword);
            result.Append(byReference ? "@" : "");
            exact &= !parameter.Modifiers.Any(SyntaxKind.RefKeyword) || !parameter.Modifiers.Any(SyntaxKind.ReadOnlyKeyword);
        }

        return result.Append(')').ToString();
    }

    private static void Append(StringBuilder result, TypeSyntax? type, ref bool exact)
    {
        switch (type)
        {
            case PredefinedTypeSyntax predefined when s_keywords.TryGetValue(predefined.Keyword.Kind(), out string? name):
                result.Append("System.").Append(name);
                break;
            case ArrayTypeSyntax { RankSpecifiers: [{ Rank: 1 }] } array:
                Append(result, array.ElementType, ref exact);
                result.Append("[]");
                break;
            case NullableTypeSyntax nullable when nullable.ElementType is PredefinedTypeSyntax { Keyword: var keyword } && (SyntaxKind)keyword.RawKind is SyntaxKind.StringKeyword or SyntaxKind.ObjectKeyword:
                Append(result, nullable.ElementType, ref exact);
                break;
            case NullableTypeSyntax { ElementType: PredefinedTypeSyntax } nullable:
                result.Append("System.Nullable{");
                Append(result, nullable.ElementType, ref exact);
                result.Append('}');
                break;
            default:
                exact = false;
                result.Append(type is null ? "?" : SignatureText.Line(type.ToString(), 0, type.Span.Length));
                break;
        }
    }

    private static readonly Dictionary<SyntaxKind, string> s_keywords = new()
    {
        [SyntaxKind.BoolKeyword] = "Boolean",
        [SyntaxKind.ByteKeyword] = "Byte",
        [SyntaxKind.SByteKeyword] = "SByte",
        [SyntaxKind.ShortKeyword] = "Int16",
        [SyntaxKind.UShortKeyword] = "UInt16",
        [SyntaxKind.IntKeyword] = "Int32",
        [SyntaxKind.UIntKeyword] = "UInt32",
        [SyntaxKind.LongKeyword] = "Int64",
        [SyntaxKind.ULongKeyword] = "UInt64",
        [SyntaxKind.FloatKeyword] = "Single",
        [SyntaxKind.DoubleKeyword] = "Double",
        [SyntaxKind.DecimalKeyword] = "Decimal",
        [SyntaxKind.CharKeyword] = "Char",
        [SyntaxKind.StringKeyword] = "String",
        [SyntaxKind.ObjectKeyword] = "Object",
    };
}
