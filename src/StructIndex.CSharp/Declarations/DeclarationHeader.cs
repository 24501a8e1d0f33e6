using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StructIndex;

/// <summary>Attributes, modifiers and base types of a declaration, as written.</summary>
/// <param name="Attributes">Attributes on one line each, without brackets.</param>
/// <param name="Modifiers">Modifiers.</param>
internal readonly record struct DeclarationHeader(IReadOnlyList<string> Attributes, SyntaxTokenList Modifiers)
{
    /// <summary>Reads the header of a member, type or local function.</summary>
    public static DeclarationHeader Of(SyntaxNode node)
    {
        (SyntaxList<AttributeListSyntax> lists, SyntaxTokenList modifiers) = node switch
        {
            MemberDeclarationSyntax member => (member.AttributeLists, member.Modifiers),
            LocalFunctionStatementSyntax function => (function.AttributeLists, function.Modifiers),
            _ => default,
        };
        string[] attributes = lists.Count == 0
            ? []
            : [.. lists.SelectMany(list => list.Attributes).Select(attribute => SignatureText.Line(attribute.ToString(), 0, attribute.Span.Length))];
        return new DeclarationHeader(attributes, modifiers);
    }

    /// <summary>Where the declaration starts behind its attributes.</summary>
    public static int StartAfterAttributes(SyntaxNode node)
    {
        SyntaxList<AttributeListSyntax> lists = node switch
        {
            MemberDeclarationSyntax member => member.AttributeLists,
            LocalFunctionStatementSyntax function => function.AttributeLists,
            _ => default,
        };
        return lists.Count == 0 ? node.SpanStart : lists[^1].GetLastToken().GetNextToken().SpanStart;
    }

    /// <summary>Whether modifiers make a member visible outside its assembly, its types granted.</summary>
    public static bool IsPublic(SyntaxTokenList modifiers, bool inInterface)
    {
        bool isPrivate = modifiers.Any(SyntaxKind.PrivateKeyword);
        return modifiers.Any(SyntaxKind.PublicKeyword)
            || (modifiers.Any(SyntaxKind.ProtectedKeyword) && !isPrivate)
            || (inInterface && !isPrivate && !modifiers.Any(SyntaxKind.InternalKeyword));
    }
}
