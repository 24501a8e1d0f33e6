using Microsoft.CodeAnalysis;

namespace StructIndex;

/// <summary>A source file on its way through the compiler: its tree, its project, and its declarations by where they start.</summary>
internal sealed class CSharpFile(SourceFile source, string? fullPath)
{
    /// <summary>The source.</summary>
    public SourceFile Source { get; } = source;

    /// <summary>Absolute path with <c>/</c>; null in memory.</summary>
    public string? FullPath { get; } = fullPath;

    /// <summary>The project that counts the file; others that link it only see its symbols.</summary>
    public CSharpProject? Owner { get; set; }

    /// <summary>The tree in the owner's compilation; null when the file could not be parsed.</summary>
    public SyntaxTree? Tree { get; set; }

    /// <summary>What went wrong; null when nothing did.</summary>
    public FileFailure? Failure { get; set; }

    /// <summary>Declarations by the start of their syntax node (after documentation).</summary>
    public Dictionary<int, CodeDeclaration> Declared { get; set; } = [];
}
