using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StructIndex;

/// <summary>A compilation with what it was made of.</summary>
/// <param name="Compilation">The compilation; its last tree is the preamble.</param>
/// <param name="Referenced">The compilations of the projects it references.</param>
/// <param name="Metadata">The assemblies it references.</param>
/// <param name="Preamble">What the SDK would generate.</param>
internal sealed record CompiledProject(CSharpCompilation Compilation, IReadOnlyList<CSharpCompilation> Referenced, IReadOnlyList<MetadataReference> Metadata, string Preamble)
{
    /// <summary>The same with what has changed since; null where it is as well made anew.</summary>
    /// <param name="name">Name of the assembly.</param>
    /// <param name="trees">The trees, the preamble last.</param>
    /// <param name="referenced">The compilations of the projects it references.</param>
    /// <param name="metadata">The assemblies it references.</param>
    public CSharpCompilation? Renewed(string name, SyntaxTree[] trees, IReadOnlyList<CSharpCompilation> referenced, IReadOnlyList<MetadataReference> metadata)
    {
        SyntaxTree[] old = [.. Compilation.SyntaxTrees];
        if (Compilation.AssemblyName != name || !old.Select(tree => tree.FilePath).SequenceEqual(trees.Select(tree => tree.FilePath), StringComparer.Ordinal))
        {
            return null;
        }

        CSharpCompilation renewed = Compilation;
        if (!Referenced.SequenceEqual(referenced, ReferenceEqualityComparer.Instance) || !Metadata.SequenceEqual(metadata, ReferenceEqualityComparer.Instance))
        {
            renewed = renewed.WithReferences(References(referenced, metadata));
        }

        for (int i = 0; i < trees.Length; i++)
        {
            renewed = ReferenceEquals(old[i], trees[i]) ? renewed : renewed.ReplaceSyntaxTree(old[i], trees[i]);
        }

        return renewed;
    }

    /// <summary>What a compilation references, projects first.</summary>
    public static IEnumerable<MetadataReference> References(IEnumerable<CSharpCompilation> referenced, IEnumerable<MetadataReference> metadata) =>
        referenced.Select(compilation => compilation.ToMetadataReference()).Concat(metadata);
}
