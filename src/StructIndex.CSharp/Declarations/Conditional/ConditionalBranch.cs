using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StructIndex;

/// <summary>One branch of an <c>#if</c> chain: the directive that opens it, and what stands between that and the next.</summary>
internal sealed class ConditionalBranch(ConditionalChain chain, SourceSpan directive)
{
    private const int MaxBranches = 2000;

    /// <summary>The chain it is one of.</summary>
    public ConditionalChain Chain { get; } = chain;

    /// <summary>The <c>#if</c>, <c>#elif</c> or <c>#else</c>.</summary>
    public SourceSpan Directive { get; } = directive;

    /// <summary>The <c>#endif</c>, on the last branch of a chain.</summary>
    public SourceSpan? EndDirective { get; set; }

    /// <summary>What the branch holds.</summary>
    public SourceSpan Content { get; set; }

    /// <summary>Whether no parse has read it yet.</summary>
    public bool IsUnseen { get; set; }

    /// <summary>The chains directly inside it.</summary>
    public List<ConditionalChain> Nested { get; } = [];

    /// <summary>Whether it, or a branch inside it, has not been read.</summary>
    public bool HasUnseen => IsUnseen || Nested.Exists(chain => chain.Branches.Exists(branch => branch.HasUnseen));

    /// <summary>Whether the current pass reads it, as far as its own chain goes.</summary>
    public bool IsChosen => ReferenceEquals(Chain.Chosen, this);

    /// <summary>Whether the current pass reads it: it is chosen, and so is every branch around it.</summary>
    public bool IsReached => IsChosen && (Chain.Around?.IsReached ?? true);

    /// <summary>The branches of a file in the order of the text; empty when there are none or they are not closed.</summary>
    public static List<ConditionalBranch> Read(CompilationUnitSyntax root)
    {
        List<ConditionalBranch> all = [];
        Stack<ConditionalBranch> open = new();
        for (DirectiveTriviaSyntax? directive = root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            SyntaxKind kind = directive.Kind();
            if (kind is not (SyntaxKind.IfDirectiveTrivia or SyntaxKind.ElifDirectiveTrivia or SyntaxKind.ElseDirectiveTrivia or SyntaxKind.EndIfDirectiveTrivia))
            {
                continue;
            }

            SourceSpan span = new(directive.SpanStart, directive.Span.End);
            ConditionalChain? chain = null;
            if (kind != SyntaxKind.IfDirectiveTrivia)
            {
                if (!open.TryPop(out ConditionalBranch? before))
                {
                    return [];
                }

                chain = before.Chain;
                before.Content = new SourceSpan(before.Directive.End, span.Start);
                if (kind == SyntaxKind.EndIfDirectiveTrivia)
                {
                    before.EndDirective = span;
                    continue;
                }
            }

            if (chain is null)
            {
                chain = new ConditionalChain(open.TryPeek(out ConditionalBranch? around) ? around : null);
                around?.Nested.Add(chain);
            }

            ConditionalBranch branch = new(chain, span) { IsUnseen = directive is BranchingDirectiveTriviaSyntax { BranchTaken: false } || !directive.IsActive };
            chain.Branches.Add(branch);
            all.Add(branch);
            if (all.Count > MaxBranches)
            {
                return [];
            }

            open.Push(branch);
        }

        return open.Count == 0 ? all : [];
    }
}
