using Microsoft.CodeAnalysis;

namespace StructIndex;

/// <summary>A source file on its way through the compiler: its tree, its project, and its declarations by where they start.</summary>
internal sealed class CSharpFile(SourceFile source, string? fullPath)
{
    /// <summary>The source.</summary>
    public SourceFile Source { get; } = source;

    /// <summary>The C# that the compiler sees in place of the file's text; null where that is C#.</summary>
    public RazorView? View { get; set; }

    /// <summary>The text of the view where that alone was kept; null otherwise.</summary>
    public string? KeptText { get; init; }

    /// <summary>The C# of the file.</summary>
    public string Text => View?.Text ?? KeptText ?? Source.Text;

    /// <summary>Absolute path with <c>/</c>; null in memory.</summary>
    public string? FullPath { get; } = fullPath;

    /// <summary>The project that counts the file; others that link it only see its symbols.</summary>
    public CSharpProject? Owner { get; set; }

    /// <summary>The tree in the owner's compilation; null when the file could not be parsed.</summary>
    public SyntaxTree? Tree { get; private set; }

    /// <summary>What went wrong; null when nothing did.</summary>
    public FileFailure? Failure { get; private set; }

    /// <summary>The tree as it was parsed, also where its declarations could not be read.</summary>
    public SyntaxTree? ParsedTree { get; private set; }

    /// <summary>The shape of a tree that was parsed in another process, where nothing needs the tree yet; null otherwise.</summary>
    public TreeShape? KeptShape { get; set; }

    /// <summary>The shape of the tree; null when the file could not be parsed.</summary>
    public TreeShape? Shape => ParsedTree is { } tree ? TreeShape.Of(tree) : KeptShape;

    /// <summary>Whether the compiler sees the file, its tree parsed or not.</summary>
    public bool IsSeen => Tree is not null || (ParsedTree is null && KeptShape is not null);

    /// <summary>The declarations as they were read; null before.</summary>
    public FileReading? Reading { get; set; }

    /// <summary>The edges; null until the file is bound.</summary>
    public BoundFile? Bound { get; set; }

    /// <summary>Declarations by the start of their syntax node (after documentation).</summary>
    public Dictionary<int, CodeDeclaration> Declared => Reading?.Declared ?? [];

    /// <summary>Numbers of the declarations.</summary>
    public DeclarationNumbers Numbers => Reading!.Numbers;

    /// <summary>The offset in the file of one in its C#.</summary>
    public int ToHost(int offset) => View?.ToHost(offset) ?? offset;

    /// <summary>Takes what parsing gave.</summary>
    public void Take(ParsedTree parsed) => (Tree, ParsedTree, Failure) = (parsed.Tree, parsed.Tree, parsed.Failure);

    /// <summary>Lets go of the tree, once the file and all that see it are bound.</summary>
    public void ReleaseTree() => (Tree, ParsedTree) = (null, null);

    /// <summary>Takes a reading; a file whose declarations could not be read is not bound.</summary>
    public void Take(FileReading reading)
    {
        Reading = reading;
        Tree = reading.Declared is null ? null : Tree;
    }
}
