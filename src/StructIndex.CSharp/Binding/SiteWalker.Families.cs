using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StructIndex;

/// <content>What runs in place of what, where the code says so: handlers of events, and types registered with a container of
/// services.</content>
internal sealed partial class SiteWalker
{
    private static readonly string[] s_lifetimes = ["Scoped", "Singleton", "Transient", "HostedService"];

    /// <summary>
    /// A method that is subscribed to an event, or given to a property that holds a delegate: it runs where that is called.
    /// </summary>
    private void Subscribe(IMethodSymbol handler, ExpressionSyntax named)
    {
        ExpressionSyntax given = named;
        while (given.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax || given.Parent is ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax })
        {
            given = given.Parent as ExpressionSyntax ?? (ExpressionSyntax)given.Parent.Parent!.Parent!;
        }

        if (given.Parent is not AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression or (int)SyntaxKind.SimpleAssignmentExpression } assignment
            || !ReferenceEquals(assignment.Right, given))
        {
            return;
        }

        ISymbol? slot = _model.GetSymbolInfo(assignment.Left, _cancellationToken).Symbol;
        if (slot is IEventSymbol or IPropertySymbol { Type.TypeKind: TypeKind.Delegate }
            && _scope.DeclarationOf(slot) is { } to && _scope.DeclarationOf(handler) is { } from && _scope.SourceOf(handler) is { } source)
        {
            _edges.Add(new BoundReference(from, to, EdgeKind.Implements, EdgeCertainty.Delegate, source, from.NameSpan.Start));
        }
    }

    /// <summary>
    /// The types that a call registers with a container of services (<c>AddScoped&lt;IStore, Store&gt;()</c>,
    /// <c>TryAddSingleton(typeof(IStore&lt;&gt;), typeof(Store&lt;&gt;))</c>) are named by it, whether or not the container's own package
    /// is at hand.
    /// </summary>
    private void Register(InvocationExpressionSyntax invocation)
    {
        SimpleNameSyntax? name = NameOf(invocation);
        if (name is null || !IsRegistration(name.Identifier.ValueText))
        {
            if (name is { Identifier.ValueText: "Scan" })
            {
                RegisterScanned(invocation);
            }

            return;
        }

        foreach (TypeSyntax type in TypesIn(invocation, name))
        {
            Add(_model.GetSymbolInfo(type, _cancellationToken).Symbol, EdgeKind.References, EdgeCertainty.Exact, type.SpanStart);
        }
    }

    private static SimpleNameSyntax? NameOf(InvocationExpressionSyntax invocation) => invocation.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => null,
    };

    /// <summary>The type arguments of a call, or the types that its arguments name.</summary>
    private static IEnumerable<TypeSyntax> TypesIn(InvocationExpressionSyntax invocation, SimpleNameSyntax name) => name is GenericNameSyntax generic
        ? generic.TypeArgumentList.Arguments
        : invocation.ArgumentList.Arguments.Select(argument => argument.Expression).OfType<TypeOfExpressionSyntax>().Select(type => type.Type);

    /// <summary><c>Add</c> or <c>TryAdd</c>, perhaps <c>Keyed</c>, and a lifetime.</summary>
    private static bool IsRegistration(string name)
    {
        ReadOnlySpan<char> rest = name.StartsWith("Try", StringComparison.Ordinal) ? name.AsSpan(3) : name;
        if (!rest.StartsWith("Add", StringComparison.Ordinal))
        {
            return false;
        }

        rest = rest[3..];
        rest = rest.StartsWith("Keyed", StringComparison.Ordinal) ? rest[5..] : rest;
        foreach (string lifetime in s_lifetimes)
        {
            if (rest.SequenceEqual(lifetime))
            {
                return true;
            }
        }

        return false;
    }
}
