using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StructIndex;

/// <summary>Code that is not bound.</summary>
/// <param name="Span">Where it is.</param>
/// <param name="Reason">Why, as part of a sentence.</param>
internal readonly record struct CostlySpan(SourceSpan Span, string Reason)
{
    /// <summary>
    /// What the compiler binds together with a node: the statement, or the member's value where there is none; all the statements around it
    /// where one of them uses a variable whose type follows from it.
    /// </summary>
    public static SourceSpan Around(SyntaxNode node)
    {
        SyntaxNode whole = node.FirstAncestorOrSelf<SyntaxNode>(static one => one is StatementSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax or MemberDeclarationSyntax) ?? node;
        whole = whole is EqualsValueClauseSyntax { Parent.Parent.Parent: LocalDeclarationStatementSyntax declaration } ? declaration : whole;
        if (whole is not StatementSyntax || !IsUsedOutside(whole))
        {
            return new SourceSpan(whole.FullSpan.Start, whole.FullSpan.End);
        }

        SyntaxNode scope = whole.Ancestors().OfType<BlockSyntax>().LastOrDefault() ?? whole.SyntaxTree.GetRoot();
        int start = scope is CompilationUnitSyntax unit ? unit.Members.OfType<GlobalStatementSyntax>().First().FullSpan.Start : scope.FullSpan.Start;
        return new SourceSpan(start, scope.FullSpan.End);
    }

    /// <summary>The same spans, those that overlap as one.</summary>
    public static List<CostlySpan> Merge(List<CostlySpan> spans)
    {
        List<CostlySpan> merged = [];
        foreach (CostlySpan next in spans.OrderBy(span => span.Span.Start))
        {
            if (merged.Count > 0 && next.Span.Start < merged[^1].Span.End)
            {
                merged[^1] = merged[^1] with { Span = new SourceSpan(merged[^1].Span.Start, Math.Max(merged[^1].Span.End, next.Span.End)) };
            }
            else
            {
                merged.Add(next);
            }
        }

        return merged;
    }

    private static bool IsUsedOutside(SyntaxNode statement)
    {
        HashSet<string> names = [.. statement.DescendantNodes().Select(static node => node switch
        {
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: true } } variable => variable.Identifier.ValueText,
            SingleVariableDesignationSyntax designation => designation.Identifier.ValueText,
            _ => "",
        }).Where(static name => name.Length > 0)];
        if (names.Count == 0)
        {
            return false;
        }

        SyntaxNode scope = statement.Ancestors().OfType<BlockSyntax>().LastOrDefault() ?? statement.SyntaxTree.GetRoot();
        return scope.DescendantNodes(node => !ReferenceEquals(node, statement)).OfType<IdentifierNameSyntax>().Any(name => names.Contains(name.Identifier.ValueText));
    }
}
