using System.Collections.Frozen;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StructIndex;

/// <summary>Walks one tree once, without recursion, asks the compiler at the nodes that may use a member, and notes the edges.</summary>
internal sealed partial class SiteWalker
{
    /// <summary>Time one file may take, and more for each million characters: some fifty times what code by people needs.</summary>
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(10), s_limitForMillion = TimeSpan.FromSeconds(30);

    /// <summary>Nodes the compiler may give up on before the rest of the file is left; each such try may be dear.</summary>
    private const int MaxStumbles = 20;

    private readonly CSharpFile _file;
    private readonly SemanticModel _model;
    private readonly BindingScope _scope;
    private readonly FrozenSet<string> _names;
    private readonly FrozenSet<string> _deepTypes;
    private readonly bool _hasOperators;
    private readonly bool _hasConversions;
    private readonly bool _hasImplicitConversions;
    private readonly bool _hasIndexers;
    private readonly bool _hasTruth;
    private readonly CancellationToken _callerToken;
    private readonly CancellationToken _cancellationToken;
    private readonly List<BoundReference> _edges = [];
    private readonly Stack<(CodeDeclaration Declaration, int End)> _containers = new();
    private int _source;
    private int _metadata;
    private int _candidate;
    private int _nothing;

    /// <summary>Prepares the walk.</summary>
    /// <param name="file">The file; it has a tree and an owner with a compilation.</param>
    /// <param name="scope">Finds declarations; not shared with another thread.</param>
    /// <param name="names">Names of all members declared in the code base.</param>
    /// <param name="deepTypes">Names of types that are not bound: see <see cref="InheritanceDepth"/>.</param>
    /// <param name="time">Ends the walk, with what has been found so far.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    public SiteWalker(CSharpFile file, BindingScope scope, FrozenSet<string> names, FrozenSet<string> deepTypes, CancellationToken time, CancellationToken cancellationToken)
    {
        _file = file;
        _model = file.Owner!.Compilation!.GetSemanticModel(file.Tree!);
        _scope = scope;
        _names = names;
        _deepTypes = deepTypes;
        _hasOperators = names.Contains(MemberNames.AnyOperator);
        _hasConversions = names.Contains(MemberNames.AnyConversion);
        _hasImplicitConversions = names.Contains(MemberNames.AnyImplicitConversion);
        _hasIndexers = names.Contains("this") || names.Contains("Slice");
        _hasTruth = names.Contains(MemberNames.AnyTruth);
        _callerToken = cancellationToken;
        _cancellationToken = time;
    }

    /// <summary>What became of the call sites walked so far.</summary>
    public CSharpBindingStatistics Statistics => new(_source, _metadata, _candidate, _nothing);

    /// <summary>What kept the walk from binding the whole file; null when nothing did.</summary>
    public FileFailure? Failure { get; private set; }

    /// <summary>Whether that was the time it took.</summary>
    public bool IsTimedOut { get; private set; }

    private CodeDeclaration? Container => _containers.TryPeek(out var top) ? top.Declaration : null;

    /// <summary>Time the file may take.</summary>
    public static TimeSpan LimitFor(SourceFile source) => s_limit + (s_limitForMillion * (source.Text.Length / 1e6));

    /// <summary>The failure of a file that took too long.</summary>
    public static FileFailure TimedOut(SourceFile source)
        => Incomplete(source, $"binding took longer than {LimitFor(source).TotalSeconds:0.#} s.");

    /// <summary>Walks the tree and gives its edges in the order of the text.</summary>
    public List<BoundReference> Walk()
    {
        SyntaxNode root = _file.Tree!.GetRoot(_callerToken);
        List<CostlySpan> found = CostlyCode.In(root, _file.Text, _callerToken);
        SortedSet<string> reasons = new(found.Select(span => span.Reason), StringComparer.Ordinal);
        Queue<CostlySpan> costly = new(found);
        int skipTo = 0, countTo = 0;
        int stumbles = 0;
        foreach (SyntaxNode node in root.DescendantNodes(static node => node is not UsingDirectiveSyntax))
        {
            // Full spans are known without a look at the first token, which lies deep in a long chain.
            int start = node.FullSpan.Start;
            if (start < skipTo)
            {
                continue;
            }

            while (costly.TryPeek(out CostlySpan next) && start >= next.Span.Start)
            {
                countTo = Math.Max(countTo, costly.Dequeue().Span.End);
            }

            if (start < countTo)
            {
                _nothing += IsSite(node) ? 1 : 0;
                continue;
            }

            while (_containers.TryPeek(out var top) && start >= top.End)
            {
                _containers.Pop();
            }

            _callerToken.ThrowIfCancellationRequested();
            if (_cancellationToken.IsCancellationRequested || stumbles > MaxStumbles)
            {
                IsTimedOut = stumbles <= MaxStumbles;
                Failure = stumbles > MaxStumbles ? Incomplete(_file.Source, "the compiler gave up on too many expressions.") : TimedOut(_file.Source);
                break;
            }

            if (node is BaseTypeDeclarationSyntax type && _deepTypes.Contains(type.Identifier.ValueText))
            {
                reasons.Add($"types inherit through more than {InheritanceDepth.MaxDepth} others");
                countTo = type.FullSpan.End;
                continue;
            }

            try
            {
                if (node is MemberDeclarationSyntax or LocalFunctionStatementSyntax or VariableDeclaratorSyntax)
                {
                    Enter(node);
                }
                else if (node is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: [{ Expression: var named }] } invocation)
                {
                    NameOf(named);
                    skipTo = invocation.FullSpan.End;
                }
                else
                {
                    Visit(node);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException || !_callerToken.IsCancellationRequested)
            {
                // The compiler gives up on a node nested too deep, or stumbles over wrong code; the rest of the file still binds.
                stumbles++;
                _nothing += IsSite(node) ? 1 : 0;
            }
        }

        Failure ??= reasons.Count == 0 ? null : Incomplete(_file.Source, string.Join("; ", reasons) + ".");
        return _edges;
    }

    private static FileFailure Incomplete(SourceFile source, string reason)
        => new(source.Path, FileFailureKind.EdgesIncomplete, "Edges of the file are missing: " + reason);

    private static bool IsSite(SyntaxNode node) => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax;

    private void Enter(SyntaxNode node)
    {
        if (_file.Declared.TryGetValue(node.SpanStart, out CodeDeclaration? declaration) && (node is not VariableDeclaratorSyntax || declaration.Kind == UnitKind.Event))
        {
            _containers.Push((declaration, node.FullSpan.End));
            Relate(node, declaration);
        }
    }

    private void Visit(SyntaxNode node)
    {
        switch (node)
        {
            case IdentifierNameSyntax or GenericNameSyntax:
                Name((SimpleNameSyntax)node);
                break;
            case InvocationExpressionSyntax invocation:
                Invocation(invocation);
                break;
            case BaseObjectCreationExpressionSyntax creation:
                Creation(creation);
                break;
            case ConstructorInitializerSyntax initializer when _model.GetSymbolInfo(initializer, _cancellationToken) is var info:
                if (info.Symbol is { IsImplicitlyDeclared: true, ContainingType.IsValueType: true })
                {
                    // this() of a struct without such a constructor: nothing but zeros.
                    _metadata++;
                    break;
                }

                Site(info, EdgeKind.Calls, initializer.ThisOrBaseKeyword.SpanStart, initializer.ArgumentList.Arguments.Count);
                break;
            case PrimaryConstructorBaseTypeSyntax initializer:
                Site(_model.GetSymbolInfo(initializer, _cancellationToken), EdgeKind.Calls, initializer.ArgumentList.SpanStart, initializer.ArgumentList.Arguments.Count);
                break;
            case AttributeSyntax attribute:
                Edge(_model.GetSymbolInfo(attribute, _cancellationToken), EdgeKind.References, attribute.SpanStart);
                break;
            case ElementAccessExpressionSyntax or ImplicitElementAccessSyntax or ElementBindingExpressionSyntax when _hasIndexers:
                Edge(_model.GetSymbolInfo((ExpressionSyntax)node, _cancellationToken), EdgeKind.Calls, node.SpanStart);
                IndexedByPattern(node);
                break;
            default:
                Implied(node);
                break;
        }
    }

    private void Invocation(InvocationExpressionSyntax invocation)
    {
        SymbolInfo info = _model.GetSymbolInfo(invocation, _cancellationToken);
        ExpressionSyntax called = invocation.Expression;
        int at = NamePosition(called);
        bool isInvoke = info.Symbol is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke };
        Register(invocation);
        Site(info, EdgeKind.Calls, at, invocation.ArgumentList.Arguments.Count, isInvoke ? EdgeCertainty.Delegate : null, IsOnBase(called));
        if (isInvoke)
        {
            // handler(x), Changed?.Invoke(x): the property or event that gave the delegate is used.
            ExpressionSyntax giver = called switch
            {
                MemberBindingExpressionSyntax => (invocation.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>(a => a.WhenNotNull.Contains(invocation)) ?? (ExpressionSyntax)invocation) is ConditionalAccessExpressionSyntax access ? access.Expression : called,
                MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke" } access => access.Expression,
                _ => called,
            };
            if (giver is not (IdentifierNameSyntax or MemberAccessExpressionSyntax or MemberBindingExpressionSyntax))
            {
                return;
            }

            // A name that is not the called one is met on its own.
            if (ReferenceEquals(giver, called) && _model.GetSymbolInfo(giver, _cancellationToken).Symbol is (IPropertySymbol or IEventSymbol) and var symbol)
            {
                Add(symbol, EdgeKind.Calls, symbol is IEventSymbol ? EdgeCertainty.Delegate : CertaintyOf(symbol, IsOnBase(giver)), at);
            }
        }
    }

    private void Creation(BaseObjectCreationExpressionSyntax creation)
    {
        SymbolInfo info = _model.GetSymbolInfo(creation, _cancellationToken);
        if (info.Symbol is null && info.CandidateSymbols.IsEmpty && _model.GetTypeInfo(creation, _cancellationToken).Type is { TypeKind: TypeKind.TypeParameter or TypeKind.Delegate })
        {
            // new T() and new Action(M): the compiler binds them, to what the runtime provides.
            _metadata++;
            return;
        }

        Site(info, EdgeKind.Constructs, creation.NewKeyword.SpanStart, creation.ArgumentList?.Arguments.Count ?? 0);
    }

    private void Name(SimpleNameSyntax name)
    {
        if (!_names.Contains(name.Identifier.ValueText) || IsCalledName(name) || name.Parent is NameEqualsSyntax or TypeArgumentListSyntax or QualifiedNameSyntax or AttributeSyntax)
        {
            return;
        }

        SymbolInfo info = _model.GetSymbolInfo(name, _cancellationToken);
        int at = name.SpanStart;
        switch (info.Symbol)
        {
            case IMethodSymbol method:
                Add(method, EdgeKind.Calls, EdgeCertainty.Delegate, at);
                Subscribe(method, (ExpressionSyntax)Whole(name));
                break;
            case IPropertySymbol { SetMethod: null, ReturnsByRef: false } property when IsWritten(Whole(name)):
                // A constructor sets a property without a setter by writing its field.
                Add(property, EdgeKind.References, EdgeCertainty.Exact, at);
                break;
            case IPropertySymbol property:
                Add(property, EdgeKind.Calls, CertaintyOf(property, IsOnBase(Whole(name))), at);
                break;
            case IEventSymbol @event:
                bool isSubscription = Whole(name).Parent is AssignmentExpressionSyntax assignment && ReferenceEquals(assignment.Left, Whole(name)) && assignment.Kind() is SyntaxKind.AddAssignmentExpression or SyntaxKind.SubtractAssignmentExpression;
                Add(@event, EdgeKind.Calls, isSubscription ? CertaintyOf(@event, IsOnBase(Whole(name))) : EdgeCertainty.Delegate, at);
                break;
            case null when info.CandidateSymbols is [(IMethodSymbol or IPropertySymbol) and var candidate, ..]:
                Add(candidate, EdgeKind.Calls, EdgeCertainty.Candidate, at);
                break;
        }
    }

    private void NameOf(ExpressionSyntax expression)
    {
        SymbolInfo info = _model.GetSymbolInfo(expression, _cancellationToken);
        ISymbol? symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        Add(symbol, EdgeKind.References, info.Symbol is null && info.CandidateReason != CandidateReason.MemberGroup ? EdgeCertainty.Candidate : EdgeCertainty.Exact, expression.SpanStart);
    }

    private static bool IsCalledName(SimpleNameSyntax name)
    {
        SyntaxNode whole = Whole(name);
        return whole.Parent is InvocationExpressionSyntax invocation && ReferenceEquals(invocation.Expression, whole);
    }

    /// <summary>The access that ends in a name: <c>a.b</c> for <c>b</c>, <c>.b</c> after a <c>?</c>; otherwise the name.</summary>
    private static SyntaxNode Whole(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when ReferenceEquals(access.Name, name) => access,
        MemberBindingExpressionSyntax binding => binding,
        _ => name,
    };

    /// <summary>Whether an expression is the left side of <c>=</c>, alone or as an element of a tuple.</summary>
    private static bool IsWritten(SyntaxNode node)
    {
        while (node.Parent is ArgumentSyntax { Parent: TupleExpressionSyntax tuple })
        {
            node = tuple;
        }

        return node.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment && ReferenceEquals(assignment.Left, node);
    }

    private static bool IsOnBase(SyntaxNode node) => node is MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax };

    private static int NamePosition(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax access => access.Name.SpanStart,
        MemberBindingExpressionSyntax binding => binding.Name.SpanStart,
        _ => called.SpanStart,
    };
}
