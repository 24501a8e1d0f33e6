using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StructIndex;

/// <summary>
/// Tells namespaces in one another, by braces, dots, or one <c>namespace A;</c> behind the other, each of which holds the rest of the file: names
/// and the compiler's work grow with the square of their number.
/// </summary>
internal static class NamespaceDepth
{
    /// <summary>Whether there are more than brackets may be nested.</summary>
    public static bool IsTooDeep(SyntaxTree tree, CancellationToken cancellationToken)
    {
        Stack<(SyntaxList<MemberDeclarationSyntax> Members, int Depth)> open = new([(((CompilationUnitSyntax)tree.GetRoot(cancellationToken)).Members, 0)]);
        while (open.TryPop(out (SyntaxList<MemberDeclarationSyntax> Members, int Depth) top))
        {
            foreach (BaseNamespaceDeclarationSyntax space in top.Members.OfType<BaseNamespaceDeclarationSyntax>())
            {
                int depth = top.Depth + 1;
                for (NameSyntax name = space.Name; name is QualifiedNameSyntax qualified && depth <= NestingCheck.MaxDepth; name = qualified.Left)
                {
                    depth++;
                }

                if (depth > NestingCheck.MaxDepth)
                {
                    return true;
                }

                open.Push((space.Members, depth));
            }
        }

        return false;
    }
}
