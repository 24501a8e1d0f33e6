using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StructIndex;

/// <summary>Makes a <see cref="ParsedFile"/> of a tree: the declarations the compiler sees, and those of <c>#if</c> branches it does not.</summary>
internal static class CSharpFileReader
{
    /// <summary>Reads the declarations of one file and notes them there for the binder.</summary>
    public static ParsedFile Read(CSharpFile file, CancellationToken cancellationToken)
    {
        if (file.Tree is null)
        {
            return Failed(file, file.Failure);
        }

        try
        {
            CompilationUnitSyntax root = (CompilationUnitSyntax)file.Tree.GetRoot(cancellationToken);
            string text = file.Source.Text;
            DeclarationReader reader = new(text, file.Owner!.Compilation!.GetSemanticModel(file.Tree), null, null, cancellationToken);
            reader.Read(root);
            file.Declared = reader.BySyntax;
            List<Declaration> declarations = reader.Found;
            InactiveBranches.AddDeclarations(file, root, declarations, cancellationToken);
            declarations.Sort(static (a, b) => a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start) : b.Span.End.CompareTo(a.Span.End));
            return new ParsedFile { Source = file.Source, Declarations = declarations, Breaks = TopLevelBreaks(root) };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            file.Tree = null;
            file.Declared = [];
            return Failed(file, new FileFailure(file.Source.Path, FileFailureKind.ParseFailed, $"Reading the declarations failed: {e.Message}"));
        }
    }

    private static ParsedFile Failed(CSharpFile file, FileFailure? failure)
        => new() { Source = file.Source, Failures = failure is null ? [] : [failure] };

    private static int[] TopLevelBreaks(CompilationUnitSyntax root)
        => [.. root.Members.OfType<GlobalStatementSyntax>().Select(statement => statement.SpanStart)];
}
