using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace StructIndex;

/// <content>Members that the compiler finds by their shape: of collections, ranges, list patterns, interpolated strings, pinned values and
/// base constructors.</content>
internal sealed partial class SiteWalker
{
    /// <summary><c>[a, b]</c> calls a builder, or a constructor and <c>Add</c> for each element.</summary>
    private void Collection(CollectionExpressionSyntax collection)
    {
        if (_model.GetTypeInfo(collection, _cancellationToken).ConvertedType is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type
            || _model.GetOperation(collection, _cancellationToken) is not ICollectionExpressionOperation { ConstructMethod: { } method } made)
        {
            return;
        }

        if (method.MethodKind != MethodKind.Constructor)
        {
            Implicit(method, collection);
            return;
        }

        if (BindingScope.IsSource(method))
        {
            Add(method, EdgeKind.Constructs, EdgeCertainty.Exact, collection.SpanStart);
        }

        foreach (IOperation element in made.Elements)
        {
            ITypeSymbol? added = element is ISpreadOperation spread ? spread.ElementType : element is IConversionOperation conversion ? conversion.Operand.Type : element.Type;
            Implicit(AddMethod(type, added), element.Syntax);
        }
    }

    /// <summary>The <c>Add</c> that takes a value: the one whose parameter fits best, or the only one.</summary>
    private IMethodSymbol? AddMethod(INamedTypeSymbol type, ITypeSymbol? added)
    {
        for (INamedTypeSymbol? from = type; from is not null; from = from.BaseType)
        {
            IMethodSymbol[] methods = [.. from.GetMembers("Add").OfType<IMethodSymbol>().Where(method => !method.IsStatic && method.Parameters.Length == 1)];
            if (methods.Length > 0)
            {
                return methods.FirstOrDefault(method => SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, added))
                    ?? methods.FirstOrDefault(method => added is not null && _model.Compilation.HasImplicitConversion(added, method.Parameters[0].Type))
                    ?? methods[0];
            }
        }

        return null;
    }

    /// <summary>
    /// <c>x[^1]</c> and <c>x[1..]</c> on a type without such an indexer go through its length, its indexer by number, or <c>Slice</c>.
    /// </summary>
    private void IndexedByPattern(SyntaxNode access)
    {
        BracketedArgumentListSyntax? arguments = access switch
        {
            ElementAccessExpressionSyntax element => element.ArgumentList,
            ElementBindingExpressionSyntax element => element.ArgumentList,
            _ => null,
        };
        if (arguments is { Arguments: [{ Expression: var index }] }
            && _model.GetTypeInfo(index, _cancellationToken).Type is { Name: "Index" or "Range", ContainingNamespace.Name: "System" }
            && _model.GetOperation(access, _cancellationToken) is IImplicitIndexerReferenceOperation found)
        {
            Implicit(found.LengthSymbol, access);
            Implicit(found.IndexerSymbol, access);
        }
    }

    private void MatchedByPattern(PatternSyntax pattern)
    {
        switch (_model.GetOperation(pattern, _cancellationToken))
        {
            case IListPatternOperation list:
                Implicit(list.LengthSymbol, pattern);
                Implicit(list.IndexerSymbol, pattern);
                break;
            case ISlicePatternOperation slice:
                Implicit(slice.SliceSymbol, pattern);
                break;
        }
    }

    /// <summary>An interpolated string for a handler of the code base: its constructor, and an append for each part.</summary>
    private void Interpolated(InterpolatedStringExpressionSyntax text)
    {
        if (_model.GetTypeInfo(text, _cancellationToken).ConvertedType is not INamedTypeSymbol { SpecialType: SpecialType.None } type || !BindingScope.IsSource(type)
            || _model.GetOperation(text, _cancellationToken)?.Parent is not IInterpolatedStringHandlerCreationOperation handler)
        {
            return;
        }

        if (handler.HandlerCreation is IObjectCreationOperation { Constructor: { } constructor })
        {
            Add(constructor, EdgeKind.Constructs, EdgeCertainty.Exact, text.SpanStart);
        }

        foreach (IInterpolatedStringAppendOperation part in handler.Content.DescendantsAndSelf().OfType<IInterpolatedStringAppendOperation>())
        {
            Implicit((part.AppendCall as IInvocationOperation)?.TargetMethod, part.Syntax);
        }
    }

    private void Pinned(FixedStatementSyntax statement)
    {
        foreach (ExpressionSyntax value in statement.Declaration.Variables.Select(variable => variable.Initializer?.Value).OfType<ExpressionSyntax>())
        {
            if (_model.GetTypeInfo(value, _cancellationToken).Type is { } type && BindingScope.IsSource(type))
            {
                Implicit(type.GetMembers("GetPinnableReference").FirstOrDefault(), value);
            }
        }
    }

    /// <summary>
    /// A constructor without an initializer calls one of its base that needs no argument, and so does the one that nobody wrote. A base
    /// constructor that nobody wrote has no code to run: inheritance says it all.
    /// </summary>
    private void BaseConstructor(SyntaxNode node, CodeDeclaration declaration)
    {
        INamedTypeSymbol? type = node switch
        {
            ConstructorDeclarationSyntax { Initializer: null } constructor when !constructor.Modifiers.Any(SyntaxKind.StaticKeyword) => _model.GetDeclaredSymbol(constructor, _cancellationToken)?.ContainingType,
            ClassDeclarationSyntax { BaseList: { } bases } written when !bases.Types.Any(SyntaxKind.PrimaryConstructorBaseType) => WithUnwrittenConstructor(written),
            RecordDeclarationSyntax { BaseList: { } bases } written when !bases.Types.Any(SyntaxKind.PrimaryConstructorBaseType) => WithUnwrittenConstructor(written),
            _ => null,
        };
        if (type?.BaseType is { SpecialType: not SpecialType.System_Object } over && BindingScope.IsSource(over))
        {
            IMethodSymbol? called = over.InstanceConstructors
                .Where(constructor => constructor.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams) && _model.Compilation.IsSymbolAccessibleWithin(constructor, type))
                .MinBy(constructor => constructor.Parameters.Length);
            if (called is { IsImplicitlyDeclared: false })
            {
                AddAt(declaration.NameSpan.Start, called, EdgeKind.Calls, EdgeCertainty.Exact);
            }
        }
    }

    private INamedTypeSymbol? WithUnwrittenConstructor(TypeDeclarationSyntax written)
    {
        // A record's copy constructor is nobody's either, but it takes the original.
        INamedTypeSymbol? type = _model.GetDeclaredSymbol(written, _cancellationToken);
        return type is not null && IsFirstWithBases(type, written)
            && (written.ParameterList is not null || type.InstanceConstructors.Any(constructor => constructor is { IsImplicitlyDeclared: true, Parameters.IsEmpty: true })) ? type : null;
    }
}
