using System.Collections.Frozen;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StructIndex;

/// <summary>
/// Finds types that inherit through so many others that each look for a member of theirs is long, and all of them together longer than
/// anybody waits. It goes by the names as they are written, before the compiler is asked for a base type.
/// </summary>
internal sealed class InheritanceDepth
{
    /// <summary>
    /// Types one may inherit from through one another. Each look for a member takes the square of the depth where the types are interfaces;
    /// people's deepest hierarchies have some 20.
    /// </summary>
    public const int MaxDepth = 48;

    private readonly Dictionary<CSharpProject, FrozenSet<string>> _tooDeep = [];

    /// <summary>Looks at files, before any of them is bound.</summary>
    public InheritanceDepth(IReadOnlyList<CSharpFile> files, CancellationToken cancellationToken)
    {
        // Where all of them together hold none, no project does, and that is so but for code made to be slow.
        if (TooDeep(files, cancellationToken).Count > 0)
        {
            foreach (CSharpProject project in files.Select(file => file.Owner!).Distinct())
            {
                _tooDeep[project] = TooDeep(project.References.Prepend(project).SelectMany(seen => seen.Files).Distinct(), cancellationToken);
            }
        }
    }

    /// <summary>Simple names of the types that are not bound in files of a project, by what it sees.</summary>
    public FrozenSet<string> TooDeepIn(CSharpProject project) => _tooDeep.GetValueOrDefault(project, []);

    private static FrozenSet<string> TooDeep(IEnumerable<CSharpFile> files, CancellationToken cancellationToken)
    {
        Dictionary<string, HashSet<string>> bases = new(StringComparer.Ordinal);
        foreach (CSharpFile file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (BaseTypeDeclarationSyntax type in Types(file.Tree?.GetRoot(cancellationToken)))
            {
                if (type.BaseList is { } list)
                {
                    (bases.TryGetValue(type.Identifier.ValueText, out HashSet<string>? named) ? named : bases[type.Identifier.ValueText] = new(StringComparer.Ordinal)).UnionWith(list.Types.Select(one => NameOf(one.Type)));
                }
            }
        }

        Dictionary<string, int> depths = new(StringComparer.Ordinal);
        foreach (string name in bases.Keys)
        {
            Measure(name, bases, depths);
        }

        return depths.Where(depth => depth.Value > MaxDepth).Select(depth => depth.Key).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>
    /// Enters the depth of a type and of those it inherits from; without recursion, as the depth may be anything. A circle ends where it
    /// began.
    /// </summary>
    private static void Measure(string last, Dictionary<string, HashSet<string>> bases, Dictionary<string, int> depths)
    {
        Stack<string> open = new([last]);
        while (open.TryPeek(out string? name))
        {
            if (!bases.TryGetValue(name, out HashSet<string>? above))
            {
                depths[name] = 0;
                open.Pop();
            }
            else if (depths.TryAdd(name, -1))
            {
                foreach (string one in above.Where(one => !depths.ContainsKey(one)))
                {
                    open.Push(one);
                }
            }
            else
            {
                open.Pop();
                depths[name] = depths[name] >= 0 ? depths[name] : 1 + above.Max(one => Math.Max(0, depths.GetValueOrDefault(one)));
            }
        }
    }

    private static IEnumerable<BaseTypeDeclarationSyntax> Types(SyntaxNode? root)
        => root?.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<BaseTypeDeclarationSyntax>() ?? [];

    private static string NameOf(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
