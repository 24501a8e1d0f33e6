using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StructIndex;

/// <content>Calls that no name spells out: operators, and the patterns behind statements.</content>
internal sealed partial class SiteWalker
{
    private void Implied(SyntaxNode node)
    {
        if (_hasImplicitConversions)
        {
            Conversions(node);
        }

        if (_hasTruth)
        {
            Truth(node);
        }

        switch (node)
        {
            case AssignmentExpressionSyntax assignment:
                Assignment(assignment);
                break;
            case BinaryExpressionSyntax or PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax when _hasOperators:
                Operator((ExpressionSyntax)node);
                break;
            case CastExpressionSyntax cast when _hasConversions:
                Edge(_model.GetSymbolInfo(cast, _cancellationToken), EdgeKind.Calls, cast.SpanStart);
                break;
            case CommonForEachStatementSyntax loop:
                ForEach(loop);
                break;
            case AwaitExpressionSyntax awaiting:
                AwaitExpressionInfo awaited = _model.GetAwaitExpressionInfo(awaiting);
                Implicit(awaited.GetAwaiterMethod, awaiting);
                Implicit(awaited.IsCompletedProperty, awaiting);
                Implicit(awaited.GetResultMethod, awaiting);
                break;
            case UsingStatementSyntax { Expression: { } resource } statement:
                Disposed(_model.GetTypeInfo(resource, _cancellationToken).Type, !statement.AwaitKeyword.IsKind(SyntaxKind.None), statement);
                break;
            case UsingStatementSyntax { Declaration: { } declaration } statement:
                Disposed(_model.GetTypeInfo(declaration.Type, _cancellationToken).Type, !statement.AwaitKeyword.IsKind(SyntaxKind.None), statement);
                break;
            case LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 } local:
                Disposed(_model.GetTypeInfo(local.Declaration.Type, _cancellationToken).Type, !local.AwaitKeyword.IsKind(SyntaxKind.None), local);
                break;
            case PositionalPatternClauseSyntax positional:
                Edge(_model.GetSymbolInfo(positional, _cancellationToken), EdgeKind.Calls, positional.SpanStart);
                break;
            case QueryClauseSyntax clause:
                QueryClauseInfo query = _model.GetQueryClauseInfo(clause, _cancellationToken);
                Edge(query.CastInfo, EdgeKind.Calls, clause.SpanStart);
                Edge(query.OperationInfo, EdgeKind.Calls, clause.SpanStart);
                break;
            case SelectOrGroupClauseSyntax clause:
                Edge(_model.GetSymbolInfo(clause, _cancellationToken), EdgeKind.Calls, clause.SpanStart);
                break;
            case OrderingSyntax ordering:
                Edge(_model.GetSymbolInfo(ordering, _cancellationToken), EdgeKind.Calls, ordering.SpanStart);
                break;
            case InitializerExpressionSyntax initializer when initializer.IsKind(SyntaxKind.CollectionInitializerExpression):
                foreach (ExpressionSyntax element in initializer.Expressions)
                {
                    Edge(_model.GetCollectionInitializerSymbolInfo(element, _cancellationToken), EdgeKind.Calls, element.SpanStart);
                }

                break;
            case CollectionExpressionSyntax collection:
                Collection(collection);
                break;
            case ListPatternSyntax or SlicePatternSyntax when _hasIndexers:
                MatchedByPattern((PatternSyntax)node);
                break;
            case InterpolatedStringExpressionSyntax text:
                Interpolated(text);
                break;
            case FixedStatementSyntax pinned:
                Pinned(pinned);
                break;
        }
    }

    private void Assignment(AssignmentExpressionSyntax assignment)
    {
        if (!assignment.IsKind(SyntaxKind.SimpleAssignmentExpression))
        {
            if (_hasOperators)
            {
                Operator(assignment);
            }
        }
        else if (assignment.Left is TupleExpressionSyntax or DeclarationExpressionSyntax)
        {
            Deconstructed(_model.GetDeconstructionInfo(assignment), assignment);
        }
    }

    /// <summary>
    /// A user-defined operator. The compiler names built-in ones too, as members of the enum or delegate that they work on, and <c>x!</c>
    /// by its operand.
    /// </summary>
    private void Operator(ExpressionSyntax expression)
    {
        SymbolInfo info = _model.GetSymbolInfo(expression, _cancellationToken);
        if (IsComparedWithNull(expression))
        {
            return;
        }

        if (info.Symbol is IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator or MethodKind.Conversion } || (info.Symbol is null && info.CandidateSymbols is [IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator }, ..]))
        {
            Edge(info, EdgeKind.Calls, expression is AssignmentExpressionSyntax assignment ? assignment.OperatorToken.SpanStart : expression.SpanStart);
        }
        else if (expression.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression)
        {
            ElementsCompared((BinaryExpressionSyntax)expression);
        }
        else if (info.Symbol is IMethodSymbol { MethodKind: MethodKind.BuiltinOperator, ReturnType.SpecialType: SpecialType.System_String } && expression is BinaryExpressionSyntax texts)
        {
            Joined(texts.Left);
            Joined(texts.Right);
        }
    }

    /// <summary>The member of a struct that runs where one of an interface is called on it; any other type decides at run time.</summary>
    private static ISymbol? RunBy(ITypeSymbol? type, ISymbol? member) =>
        type is { IsValueType: true } && member is { ContainingType.TypeKind: TypeKind.Interface } ? type.FindImplementationForInterfaceMember(member) : member;

    /// <summary>A struct that is joined to a text becomes one by its own <c>ToString</c>; an object by that of <c>object</c>.</summary>
    private void Joined(ExpressionSyntax part)
    {
        if (_model.GetTypeInfo(part, _cancellationToken).Type is { IsValueType: true, SpecialType: SpecialType.None } type && BindingScope.IsSource(type))
        {
            Implicit(type.GetMembers(WellKnownMemberNames.ObjectToString).OfType<IMethodSymbol>().FirstOrDefault(method => method is { IsOverride: true, Parameters.IsEmpty: true }), part);
        }
    }

    /// <summary>Whether a nullable struct is compared with <c>null</c>: that asks for its value, whatever operators it has.</summary>
    private bool IsComparedWithNull(ExpressionSyntax expression)
        => expression.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression
            && expression is BinaryExpressionSyntax { Left: var left, Right: var right }
            && (IsNull(left) ? right : IsNull(right) ? left : null) is { } other
            && _model.GetTypeInfo(other, _cancellationToken).Type is { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };

    private static bool IsNull(ExpressionSyntax expression) => expression.IsKind(SyntaxKind.NullLiteralExpression);

    /// <summary>Tuples are compared element by element, each by its own operator.</summary>
    private void ElementsCompared(BinaryExpressionSyntax comparison)
    {
        if (_model.GetTypeInfo(comparison.Left, _cancellationToken).Type is not INamedTypeSymbol { IsTupleType: true } tuple)
        {
            return;
        }

        string name = comparison.IsKind(SyntaxKind.EqualsExpression) ? WellKnownMemberNames.EqualityOperatorName : WellKnownMemberNames.InequalityOperatorName;
        foreach (ITypeSymbol element in tuple.TupleElements.Select(field => field.Type))
        {
            Implicit(element.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.All(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, element))), comparison);
        }
    }

    private void ForEach(CommonForEachStatementSyntax loop)
    {
        ForEachStatementInfo info = _model.GetForEachStatementInfo(loop);
        Implicit(info.GetEnumeratorMethod, loop.Expression);
        Implicit(info.MoveNextMethod, loop.Expression);
        Implicit(info.CurrentProperty, loop.Expression);
        Implicit(RunBy(info.GetEnumeratorMethod?.ReturnType, info.DisposeMethod), loop.Expression);
        Implicit(info.ElementConversion.MethodSymbol, loop);
        if (loop is ForEachVariableStatementSyntax variables)
        {
            Deconstructed(_model.GetDeconstructionInfo(variables), loop);
        }
    }

    private void Deconstructed(DeconstructionInfo info, SyntaxNode at)
    {
        Implicit(info.Method, at);
        foreach (DeconstructionInfo nested in info.Nested)
        {
            Deconstructed(nested, at);
        }
    }

    /// <summary>The method that ends a <c>using</c>: the interface's where the type has it, otherwise one that fits by name.</summary>
    private void Disposed(ITypeSymbol? type, bool isAsync, SyntaxNode at)
    {
        if (type is null || !BindingScope.IsSource(type))
        {
            return;
        }

        string name = isAsync ? "DisposeAsync" : "Dispose";
        ISymbol? declared = _model.Compilation.GetTypeByMetadataName(isAsync ? "System.IAsyncDisposable" : "System.IDisposable")?.GetMembers(name).FirstOrDefault();
        ISymbol? found = declared is null || type.TypeKind == TypeKind.Interface ? null : type.FindImplementationForInterfaceMember(declared);
        for (ITypeSymbol? from = type; found is null && from is not null; from = from.BaseType)
        {
            found = from.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.Length == 0);
        }

        Implicit(found, at);
    }

    private void Implicit(ISymbol? symbol, SyntaxNode at)
    {
        if (symbol is not null && BindingScope.IsSource(symbol))
        {
            Add(symbol, EdgeKind.Calls, CertaintyOf(symbol, onBase: false), at.SpanStart);
        }
    }
}
