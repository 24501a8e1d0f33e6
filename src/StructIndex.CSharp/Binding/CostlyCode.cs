using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StructIndex;

/// <summary>
/// Finds code whose shape makes the compiler's work grow beyond all bounds, before the compiler sees it. It goes by counts alone, so the
/// same file always gives the same spans: a limit on time would give those that a machine happened to have time for.
/// </summary>
internal static class CostlyCode
{
    /// <summary>
    /// Lambdas, queries and interpolated strings nested in one another: the compiler binds a lambda anew for each overload it may be passed
    /// to, and an interpolated string twice, so each level multiplies the work. With four overloads each this deep takes the compiler
    /// seconds; people's code stays under 6.
    /// </summary>
    public const int MaxNesting = 8;

    /// <summary>
    /// Clauses of one query: each is a lambda over all that came before, so work and memory grow with the square. A thousand take
    /// gigabytes; people write ten.
    /// </summary>
    public const int MaxClauses = 64;

    /// <summary>
    /// Links of one chain of calls, accesses, casts, assignments or choices. The compiler descends once for each; people's longest fluent
    /// chains stay under 200.
    /// </summary>
    public const int MaxChain = 500;

    private static readonly string[] s_clauses = ["from ", "let ", "where ", "join ", "orderby ", "into "];

    /// <summary>The spans that are not bound, in the order of the text and apart from each other.</summary>
    public static List<CostlySpan> In(SyntaxNode root, string text, CancellationToken cancellationToken)
    {
        List<CostlySpan> found = [];
        if (!MayBeCostly(text))
        {
            return found;
        }

        Stack<SyntaxNode> open = new();
        int end = 0;
        foreach (ExpressionSyntax node in root.DescendantNodes().OfType<ExpressionSyntax>())
        {
            cancellationToken.ThrowIfCancellationRequested();
            while (open.TryPeek(out SyntaxNode? around) && node.FullSpan.Start >= around.FullSpan.End)
            {
                open.Pop();
            }

            if (Multiplies(node))
            {
                open.Push(node);
            }

            if (node.FullSpan.Start >= end && Reason(node, open.Count) is { } reason)
            {
                SourceSpan span = CostlySpan.Around(open.LastOrDefault(node));
                found.Add(new CostlySpan(span, reason));
                end = span.End;
            }
        }

        return CostlySpan.Merge(found);
    }

    private static string? Reason(ExpressionSyntax node, int nesting) => node switch
    {
        _ when nesting > MaxNesting && Multiplies(node) => $"lambdas, queries or interpolated strings are nested more than {MaxNesting} deep",
        QueryExpressionSyntax query when HasManyClauses(query.Body) => $"a query has more than {MaxClauses} clauses",
        _ when Next(node) is not null && !ReferenceEquals((node.Parent as ExpressionSyntax) is { } parent ? Next(parent) : null, node) && IsLong(node) => $"a chain of calls or accesses has more than {MaxChain} links",
        _ => null,
    };

    private static bool Multiplies(ExpressionSyntax node) => node is AnonymousFunctionExpressionSyntax or QueryExpressionSyntax or InterpolatedStringExpressionSyntax;

    private static bool HasManyClauses(QueryBodySyntax? body)
    {
        int clauses = 0;
        for (; body is not null && clauses <= MaxClauses; body = body.Continuation?.Body)
        {
            clauses += 1 + body.Clauses.Count;
        }

        return clauses > MaxClauses;
    }

    private static bool IsLong(ExpressionSyntax? node)
    {
        int links = 0;
        for (; node is not null && links <= MaxChain; links++)
        {
            node = Next(node);
        }

        return links > MaxChain;
    }

    /// <summary>
    /// The part of an expression that the compiler descends into for it; null at the end. Sums and the like it takes without descending.
    /// </summary>
    private static ExpressionSyntax? Next(ExpressionSyntax node) => node switch
    {
        InvocationExpressionSyntax invocation => invocation.Expression,
        MemberAccessExpressionSyntax access => access.Expression,
        ElementAccessExpressionSyntax access => access.Expression,
        ConditionalAccessExpressionSyntax access => access.WhenNotNull,
        PostfixUnaryExpressionSyntax unary => unary.Operand,
        PrefixUnaryExpressionSyntax unary => unary.Operand,
        AwaitExpressionSyntax wait => wait.Expression,
        CastExpressionSyntax cast => cast.Expression,
        AssignmentExpressionSyntax assignment => assignment.Right,
        ConditionalExpressionSyntax choice => choice.WhenFalse,
        BinaryExpressionSyntax { OperatorToken.RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.QuestionQuestionToken } either => either.Right,
        SwitchExpressionSyntax choice => choice.GoverningExpression,
        WithExpressionSyntax changed => changed.Expression,
        _ => null,
    };

    /// <summary>A quick look at the text, which most files pass: without so many signs there is no such shape.</summary>
    private static bool MayBeCostly(ReadOnlySpan<char> text)
    {
        if (text.Count('.') + text.Count(')') + text.Count('=') + text.Count('?') + text.Count('!') + text.Count('~') + text.Count('-') + text.Count(']') > MaxChain
            || text.Count("=>") + text.Count("delegate") + text.Count('$') > MaxNesting)
        {
            return true;
        }

        int clauses = 0;
        foreach (string clause in s_clauses)
        {
            clauses += text.Count(clause);
        }

        return clauses > MaxNesting;
    }
}
