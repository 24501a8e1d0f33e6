using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace StructIndex.Benchmarks;

/// <summary>
/// Lets code compile that lacks something (a package, a generated class): each member with an error throws instead, at the same lines. Those members are
/// left out of the comparison.
/// </summary>
internal static class IlStubs
{
    private const int MaxRounds = 5;

    /// <summary>Replaces the bodies with errors.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="stubbed">Takes the lines of the members that throw instead, by path.</param>
    public static CSharpCompilation Add(CSharpCompilation compilation, List<(string Path, LineRange Lines)> stubbed)
    {
        for (int round = 0; round < MaxRounds; round++)
        {
            var errors = compilation.GetDiagnostics().Where(error => error.Severity == DiagnosticSeverity.Error && error.Location.SourceTree is not null).ToLookup(error => error.Location.SourceTree!);
            bool changed = false;
            foreach (IGrouping<SyntaxTree, Diagnostic> inTree in errors)
            {
                SyntaxNode root = inTree.Key.GetRoot();
                SyntaxNode[] members = [.. inTree.Select(error => MemberAt(root.FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true))).OfType<SyntaxNode>().Distinct()];
                TextChange[] changes = [.. members.Select(ChangeOf).OfType<TextChange>().OrderBy(change => change.Span.Start)];
                if (changes.Length == 0)
                {
                    continue;
                }

                stubbed.AddRange(members.Select(member => inTree.Key.GetLineSpan(member.Span)).Select(span => (inTree.Key.FilePath, new LineRange(span.StartLinePosition.Line + 1, span.EndLinePosition.Line + 1))));
                SourceText text = inTree.Key.GetText().WithChanges(changes);
                compilation = compilation.ReplaceSyntaxTree(inTree.Key, CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)inTree.Key.Options, inTree.Key.FilePath));
                changed = true;
            }

            if (!changed)
            {
                break;
            }
        }

        return compilation;
    }

    private static SyntaxNode? MemberAt(SyntaxNode node) => node.AncestorsAndSelf().FirstOrDefault(at => at is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax { Body: not null } or AccessorDeclarationSyntax { ExpressionBody: not null } or PropertyDeclarationSyntax { ExpressionBody: not null });

    private static TextChange? ChangeOf(SyntaxNode member) => member switch
    {
        BaseMethodDeclarationSyntax { Body: { } body } => Block(body),
        AccessorDeclarationSyntax { Body: { } body } => Block(body),
        BaseMethodDeclarationSyntax { ExpressionBody.Expression: var expression } => Throws(expression),
        AccessorDeclarationSyntax { ExpressionBody.Expression: var expression } => Throws(expression),
        PropertyDeclarationSyntax { ExpressionBody.Expression: var expression } => Throws(expression),
        MethodDeclarationSyntax { Body: null } method when method.Modifiers.FirstOrDefault(word => word.IsKind(SyntaxKind.PartialKeyword)) is { RawKind: not 0 } partial =>
            new TextChange(TextSpan.FromBounds(partial.SpanStart, method.SemicolonToken.Span.End), $"{method.SyntaxTree.GetText().ToString(TextSpan.FromBounds(partial.Span.End, method.SemicolonToken.SpanStart))} => throw null!;"),
        _ => null,
    };

    private static TextChange Block(BlockSyntax body) => new(TextSpan.FromBounds(body.OpenBraceToken.Span.End, body.CloseBraceToken.SpanStart), " throw null!;" + LinesOf(body));

    private static TextChange Throws(ExpressionSyntax expression) => new(expression.Span, "throw null!" + LinesOf(expression));

    private static string LinesOf(SyntaxNode node) => new('\n', node.ToString().Count(c => c == '\n'));
}
