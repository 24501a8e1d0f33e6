using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StructIndex;

/// <summary>Finds where a long declaration may be cut: before statements, before members, before the sections of a switch.</summary>
internal static class BreakFinder
{
    /// <summary>Declarations of at most so many lines stay whole.</summary>
    private const int LongLines = 60;

    /// <summary>A statement of more lines than this is opened and cut inside.</summary>
    private const int LongStatementLines = 30;

    /// <summary>Offsets of the cuts, ascending; empty for a short declaration.</summary>
    public static IReadOnlyList<int> Find(SyntaxNode node, string text)
    {
        Microsoft.CodeAnalysis.Text.TextSpan span = node.FullSpan;
        if (text.AsSpan(span.Start, span.Length).Count('\n') <= LongLines)
        {
            return [];
        }

        TextMarks lines = new(text, span.Start, span.End, "\n");
        if (lines.CountIn(node) <= LongLines)
        {
            return [];
        }

        if (node is TypeDeclarationSyntax type)
        {
            return [.. type.Members.Select(member => LeadingComments.Of(member, text).Start)];
        }

        return [.. node.DescendantNodes(child => ReferenceEquals(child, node) || child is BlockSyntax or AccessorListSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax || lines.CountIn(child) > LongStatementLines)
            .Where(child => child is (StatementSyntax and not BlockSyntax) or SwitchSectionSyntax or SwitchExpressionArmSyntax or EnumMemberDeclarationSyntax or AccessorDeclarationSyntax)
            .Select(child => child.SpanStart)
            .Distinct()
            .Order()];
    }
}
