using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StructIndex;

/// <content>How edges are noted, and the edges between types and members.</content>
internal sealed partial class SiteWalker
{
    /// <summary>A call site: it is counted, and gives an edge where it binds to the code base.</summary>
    private void Site(SymbolInfo info, EdgeKind kind, int at, int arguments, EdgeCertainty? certainty = null, bool onBase = false)
    {
        if (info.Symbol is { } symbol)
        {
            if (BindingScope.IsSource(symbol))
            {
                _source++;
                Add(symbol, kind, certainty ?? CertaintyOf(symbol, onBase), at);
            }
            else
            {
                _metadata++;
            }
        }
        else if (Candidate(info, arguments) is { } candidate)
        {
            _candidate++;
            Add(candidate, kind, EdgeCertainty.Candidate, at);
        }
        else
        {
            _nothing++;
        }
    }

    /// <summary>An edge where the symbol belongs to the code base; not a counted site.</summary>
    private void Edge(SymbolInfo info, EdgeKind kind, int at)
    {
        if (info.Symbol is { } symbol)
        {
            Add(symbol, kind, CertaintyOf(symbol, onBase: false), at);
        }
        else if (!info.CandidateSymbols.IsEmpty)
        {
            Add(info.CandidateSymbols[0], kind, EdgeCertainty.Candidate, at);
        }
    }

    private void Add(ISymbol? symbol, EdgeKind kind, EdgeCertainty certainty, int at) => AddAt(_file.ToHost(at), symbol, kind, certainty);

    private void AddAt(int offset, ISymbol? symbol, EdgeKind kind, EdgeCertainty certainty)
    {
        if (_scope.DeclarationOf(symbol) is { } to)
        {
            _edges.Add(new BoundReference(Container, to, kind, certainty, _file.Source, offset));
        }
    }

    /// <summary>The first candidate that takes so many arguments, otherwise the first.</summary>
    private static ISymbol? Candidate(SymbolInfo info, int arguments)
    {
        foreach (ISymbol symbol in info.CandidateSymbols)
        {
            if (symbol is IMethodSymbol method && method.Parameters.Length == arguments)
            {
                return symbol;
            }
        }

        return info.CandidateSymbols.FirstOrDefault();
    }

    /// <summary>Whether the member named is the one that runs, or one that overrides or implements it may.</summary>
    private static EdgeCertainty CertaintyOf(ISymbol symbol, bool onBase)
    {
        ISymbol definition = BindingScope.Definition(symbol);
        if (definition.IsStatic && !definition.IsAbstract)
        {
            return EdgeCertainty.Exact;
        }

        bool isOpen = definition.IsVirtual || definition.IsAbstract || (definition.IsOverride && !definition.IsSealed);
        bool isSealed = definition.ContainingType is { IsSealed: true } or { IsValueType: true };
        return isOpen && !isSealed && !onBase ? EdgeCertainty.Dispatch : EdgeCertainty.Exact;
    }

    private void Relate(SyntaxNode node, CodeDeclaration declaration)
    {
        BaseConstructor(node, declaration);
        switch (node)
        {
            case BaseTypeDeclarationSyntax { BaseList: { } bases } type:
                foreach (BaseTypeSyntax named in bases.Types)
                {
                    if (_model.GetSymbolInfo(named.Type, _cancellationToken).Symbol is INamedTypeSymbol to)
                    {
                        bool implements = to.TypeKind == TypeKind.Interface && declaration.Kind != UnitKind.Interface;
                        Add(to, implements ? EdgeKind.Implements : EdgeKind.Inherits, EdgeCertainty.Exact, named.SpanStart);
                    }
                }

                ImplementedMembers(type);
                break;
            case MemberDeclarationSyntax member when member.Modifiers.Any(Microsoft.CodeAnalysis.CSharp.SyntaxKind.OverrideKeyword):
                if (_model.GetDeclaredSymbol(node, _cancellationToken) is { } symbol)
                {
                    AddAt(declaration.NameSpan.Start, MemberRelations.Overridden(symbol), EdgeKind.Overrides, EdgeCertainty.Exact);
                }

                break;
            case VariableDeclaratorSyntax { Parent.Parent: EventFieldDeclarationSyntax }:
                if (_model.GetDeclaredSymbol(node, _cancellationToken) is IEventSymbol { IsOverride: true } @event)
                {
                    AddAt(declaration.NameSpan.Start, @event.OverriddenEvent, EdgeKind.Overrides, EdgeCertainty.Exact);
                }

                break;
        }
    }

    /// <summary>
    /// Which member of a type stands for which member of its interfaces; inherited members count, as they do for the compiler.
    /// </summary>
    private void ImplementedMembers(BaseTypeDeclarationSyntax node)
    {
        if (_model.GetDeclaredSymbol(node, _cancellationToken) is not INamedTypeSymbol { AllInterfaces.IsEmpty: false } type || !IsFirstWithBases(type, node))
        {
            return;
        }

        foreach (INamedTypeSymbol @interface in type.AllInterfaces)
        {
            bool isInherited = type.BaseType is { } baseType && baseType.AllInterfaces.Contains(@interface, SymbolEqualityComparer.Default);
            if (!BindingScope.IsSource(@interface) || (isInherited && !type.Interfaces.Contains(@interface, SymbolEqualityComparer.Default)))
            {
                continue;
            }

            foreach (ISymbol member in @interface.GetMembers())
            {
                if (member is IMethodSymbol { AssociatedSymbol: not null } || _scope.DeclarationOf(member) is not { } to)
                {
                    continue;
                }

                ISymbol? implementation = type.TypeKind == TypeKind.Interface
                    ? type.GetMembers().FirstOrDefault(own => MemberRelations.Implemented(own).Contains(member, SymbolEqualityComparer.Default))
                    : type.FindImplementationForInterfaceMember(member);
                if (implementation is not null && _scope.DeclarationOf(implementation) is { } from && !ReferenceEquals(from, to) && _scope.SourceOf(implementation) is { } source)
                {
                    _edges.Add(new BoundReference(from, to, EdgeKind.Implements, EdgeCertainty.Exact, source, from.NameSpan.Start));
                }
            }
        }
    }

    /// <summary>Of the parts of a partial type one does the work.</summary>
    private bool IsFirstWithBases(INamedTypeSymbol type, BaseTypeDeclarationSyntax node)
        => type.DeclaringSyntaxReferences.Length == 1
            || ReferenceEquals(type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(_cancellationToken)).FirstOrDefault(part => part is BaseTypeDeclarationSyntax { BaseList: not null }), node);
}
