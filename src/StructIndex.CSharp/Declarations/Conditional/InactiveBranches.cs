using System.Buffers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StructIndex;

/// <summary>
/// Declarations in <c>#if</c> branches that the project's symbols leave out. The branches are parsed in further passes, in which the
/// directives and all other branches are blanked, so that every offset stays; each pass takes branches not yet seen.
/// </summary>
internal static class InactiveBranches
{
    /// <summary>Passes a file may take; more than the branches of any chain seen in practice.</summary>
    private const int MaxPasses = 8;

    /// <summary>Adds the declarations whose names are in inactive branches.</summary>
    public static void AddDeclarations(CSharpFile file, CompilationUnitSyntax root, List<CodeDeclaration> declarations, CancellationToken cancellationToken)
    {
        if (!root.ContainsDirectives || ConditionalBranch.Read(root) is not { Count: > 0 } branches)
        {
            return;
        }

        Dictionary<int, CodeDeclaration> known = [];
        foreach (CodeDeclaration declaration in declarations)
        {
            known.TryAdd(declaration.NameSpan.Start, declaration);
        }

        for (int pass = 0; pass < MaxPasses && branches.Exists(branch => branch.IsUnseen); pass++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            List<SourceSpan> taken = [];
            string text = string.Create(file.Text.Length, (file.Text, branches, taken), static (chars, state) =>
            {
                state.Text.CopyTo(chars);
                foreach (ConditionalChain chain in state.branches.Select(branch => branch.Chain).Distinct())
                {
                    chain.Choose();
                }

                Blank(chars, state.branches, state.taken);
            });
            if (TreeParser.Parse(file.Source.Path, text, file.Owner!.Options, cancellationToken).Tree is not { } tree)
            {
                return;
            }

            DeclarationReader reader = new(text, null, at => taken.Exists(span => span.Contains(at)) && !known.ContainsKey(at), known, cancellationToken);
            reader.Read((CompilationUnitSyntax)tree.GetRoot(cancellationToken));
            foreach (CodeDeclaration declaration in reader.Found)
            {
                known.TryAdd(declaration.NameSpan.Start, declaration);
            }

            declarations.AddRange(reader.Found);
        }
    }

    /// <summary>Blanks the directives and the branches not chosen, and notes the chosen ones that were unseen.</summary>
    private static void Blank(Span<char> chars, List<ConditionalBranch> branches, List<SourceSpan> taken)
    {
        foreach (ConditionalBranch branch in branches)
        {
            Fill(chars, branch.Directive);
            if (branch.EndDirective is { } end)
            {
                Fill(chars, end);
            }

            if (!branch.IsChosen)
            {
                Fill(chars, branch.Content);
            }
            else if (branch.IsUnseen && branch.IsReached)
            {
                branch.IsUnseen = false;
                taken.Add(branch.Content);
            }
        }
    }

    private static readonly SearchValues<char> s_lineBreaks = SearchValues.Create("\r\n");

    private static void Fill(Span<char> chars, SourceSpan span)
    {
        Span<char> rest = chars[span.Start..span.End];
        while (rest.Length > 0)
        {
            int end = rest.IndexOfAny(s_lineBreaks);
            rest[..(end < 0 ? rest.Length : end)].Fill(' ');
            rest = end < 0 ? default : rest[(end + 1)..];
        }
    }
}
