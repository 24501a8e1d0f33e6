using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StructIndex;

/// <summary>
/// Finds lambdas nested so deep that binding them may never end: the compiler binds a lambda anew for each overload it may be passed to,
/// so each level multiplies the work.
/// </summary>
internal static class LambdaNesting
{
    /// <summary>Levels that are bound. With four overloads each this deep takes the compiler seconds; people's code stays under 6.</summary>
    public const int MaxDepth = 8;

    /// <summary>The outermost statements, or members without one, that hold lambdas nested deeper; in the order of the text.</summary>
    public static List<SourceSpan> TooDeep(SyntaxNode root, string text, CancellationToken cancellationToken)
    {
        List<SourceSpan> found = [];
        if (!MayBeDeep(text))
        {
            return found;
        }

        Stack<AnonymousFunctionExpressionSyntax> open = new();
        foreach (AnonymousFunctionExpressionSyntax lambda in root.DescendantNodes().OfType<AnonymousFunctionExpressionSyntax>())
        {
            cancellationToken.ThrowIfCancellationRequested();
            while (open.TryPeek(out AnonymousFunctionExpressionSyntax? around) && lambda.SpanStart >= around.Span.End)
            {
                open.Pop();
            }

            open.Push(lambda);
            if (open.Count > MaxDepth)
            {
                SyntaxNode outermost = open.Last();
                SyntaxNode whole = outermost.FirstAncestorOrSelf<SyntaxNode>(node => node is StatementSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax or MemberDeclarationSyntax) ?? outermost;
                SourceSpan span = new(whole.FullSpan.Start, whole.FullSpan.End);
                if (found.Count == 0 || found[^1] != span)
                {
                    found.Add(span);
                }
            }
        }

        return found;
    }

    /// <summary>A quick look at the text: whether arrows stand in more than so many brackets open at once.</summary>
    private static bool MayBeDeep(ReadOnlySpan<char> text)
    {
        Span<int> arrows = stackalloc int[MaxDepth + 1];
        int depth = 0, count = 0;
        for (int at = text.IndexOfAny("(){}="); at >= 0; at = text.IndexOfAny("(){}="))
        {
            char sign = text[at];
            text = text[(at + 1)..];
            if (sign is '(' or '{')
            {
                depth++;
            }
            else if (sign is ')' or '}')
            {
                depth--;
                while (count > 0 && arrows[count - 1] > depth)
                {
                    count--;
                }
            }
            else if (text.StartsWith('>') && (count == 0 || arrows[count - 1] < depth))
            {
                arrows[count++] = depth;
                if (count > MaxDepth)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
