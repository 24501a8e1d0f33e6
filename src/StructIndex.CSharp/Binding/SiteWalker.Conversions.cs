using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace StructIndex;

/// <content>Conversions that an expression goes through unseen, and <c>operator true</c>.</content>
internal sealed partial class SiteWalker
{
    /// <summary>Looks at the expressions of a node whose value is converted to what the node asks for.</summary>
    private void Conversions(SyntaxNode node)
    {
        switch (node)
        {
            case ArgumentSyntax argument:
                Converted(argument.Expression);
                break;
            case EqualsValueClauseSyntax initial:
                Converted(initial.Value);
                break;
            case ReturnStatementSyntax result:
                Converted(result.Expression);
                break;
            case YieldStatementSyntax result:
                Converted(result.Expression);
                break;
            case ArrowExpressionClauseSyntax arrow:
                Converted(arrow.Expression);
                break;
            case LambdaExpressionSyntax lambda:
                Converted(lambda.ExpressionBody);
                break;
            case AssignmentExpressionSyntax assignment:
                Converted(assignment.Right);
                Compounded(assignment);
                break;
            case BinaryExpressionSyntax binary when binary.Kind() is not (SyntaxKind.AsExpression or SyntaxKind.IsExpression):
                Converted(binary.Left);
                Converted(binary.Right);
                if (binary.IsKind(SyntaxKind.CoalesceExpression) && _model.GetOperation(binary, _cancellationToken) is ICoalesceOperation coalesce)
                {
                    Implicit(coalesce.ValueConversion.MethodSymbol, binary.Left);
                }

                break;
            case PrefixUnaryExpressionSyntax unary:
                Converted(unary.Operand);
                break;
            case ConditionalExpressionSyntax choice:
                Converted(choice.WhenTrue);
                Converted(choice.WhenFalse);
                break;
            case SwitchExpressionArmSyntax arm:
                Converted(arm.Expression);
                break;
            case ExpressionElementSyntax element:
                Converted(element.Expression);
                break;
            case InitializerExpressionSyntax initializer when !initializer.IsKind(SyntaxKind.ObjectInitializerExpression):
                foreach (ExpressionSyntax element in initializer.Expressions)
                {
                    Converted(element);
                }

                break;
            case ArrayRankSpecifierSyntax rank:
                foreach (ExpressionSyntax size in rank.Sizes)
                {
                    Converted(size);
                }

                break;
            default:
                Converted(ConditionOf(node));
                break;
        }
    }

    /// <summary><c>a += b</c> converts <c>a</c> to what the operator takes, and the result back.</summary>
    private void Compounded(AssignmentExpressionSyntax assignment)
    {
        if (!assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && _model.GetOperation(assignment, _cancellationToken) is ICompoundAssignmentOperation compound)
        {
            Implicit(compound.InConversion.MethodSymbol, assignment);
            Implicit(compound.OutConversion.MethodSymbol, assignment);
        }
    }

    private void Converted(ExpressionSyntax? expression)
    {
        if (expression is not (null or OmittedArraySizeExpressionSyntax or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.DefaultLiteralExpression or (int)SyntaxKind.NullLiteralExpression })
            && _model.GetConversion(expression, _cancellationToken) is { IsUserDefined: true, MethodSymbol: { } method })
        {
            Implicit(method, expression);
        }
    }

    /// <summary>A condition that is no <c>bool</c> and becomes none calls <c>operator true</c>.</summary>
    private void Truth(SyntaxNode node)
    {
        if (ConditionOf(node) is { } condition
            && _model.GetTypeInfo(condition, _cancellationToken) is { Type: { SpecialType: not SpecialType.System_Boolean } type, ConvertedType: { } converted }
            && (SymbolEqualityComparer.Default.Equals(type, converted) || !_model.GetConversion(condition, _cancellationToken).IsUserDefined))
        {
            Implicit(type.GetMembers(WellKnownMemberNames.TrueOperatorName).FirstOrDefault(), condition);
        }
        else if (node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } binary
            && _model.GetTypeInfo(binary.Left, _cancellationToken).Type is { SpecialType: not SpecialType.System_Boolean } left)
        {
            string name = binary.IsKind(SyntaxKind.LogicalAndExpression) ? WellKnownMemberNames.FalseOperatorName : WellKnownMemberNames.TrueOperatorName;
            Implicit(left.GetMembers(name).FirstOrDefault(), binary);
        }
    }

    private static ExpressionSyntax? ConditionOf(SyntaxNode node) => node switch
    {
        IfStatementSyntax choice => choice.Condition,
        WhileStatementSyntax loop => loop.Condition,
        DoStatementSyntax loop => loop.Condition,
        ForStatementSyntax loop => loop.Condition,
        ConditionalExpressionSyntax choice => choice.Condition,
        _ => null,
    };
}
