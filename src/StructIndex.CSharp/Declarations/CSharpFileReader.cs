using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StructIndex;

/// <summary>
/// Makes a <see cref="ParsedFile"/> of a tree: the declarations the compiler sees, and those of <c>#if</c> branches it does not.
/// </summary>
internal static class CSharpFileReader
{
    /// <summary>Time reading may take, and more for each million characters: a hundred times what code by people needs.</summary>
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20), s_limitForMillion = TimeSpan.FromSeconds(60);

    /// <summary>Time reading the file may take.</summary>
    public static TimeSpan LimitFor(CSharpFile file) => s_limit + (s_limitForMillion * (file.Text.Length / 1e6));

    /// <summary>The reading of a file that took too long.</summary>
    public static FileReading TimedOut(CSharpFile file)
        => Failed(file, new FileFailure(file.Source.Path, FileFailureKind.ParseTimedOut, $"Reading the declarations took longer than {LimitFor(file).TotalSeconds:0.#} s."));

    /// <summary>Reads the declarations of one file.</summary>
    public static FileReading Read(CSharpFile file, CancellationToken cancellationToken)
    {
        if (file.Tree is null)
        {
            return Failed(file, file.Failure);
        }

        try
        {
            CompilationUnitSyntax root = (CompilationUnitSyntax)file.Tree.GetRoot(cancellationToken);
            string text = file.Text;
            DeclarationReader reader = new(text, file.Owner!.Compilation!.GetSemanticModel(file.Tree), null, null, cancellationToken);
            reader.Read(root);
            List<CodeDeclaration> declarations = reader.Found;
            InactiveBranches.AddDeclarations(file, root, declarations, cancellationToken);
            Dictionary<int, CodeDeclaration> bySyntax = reader.BySyntax;
            (declarations, bySyntax) = file.View is { } view ? RazorDeclarations.InHost(view, file.Source.Text, declarations, bySyntax) : (declarations, bySyntax);
            declarations.Sort(static (a, b) => a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start) : b.Span.End.CompareTo(a.Span.End));
            return new FileReading(new ParsedFile { Source = file.Source, Rules = CSharpRules.Instance, Declarations = declarations, Breaks = TopLevelBreaks(root), Failures = SyntaxErrors.Of(file, root) is { } errors ? [errors] : [] }, bySyntax, reader.Asked);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Failed(file, new FileFailure(file.Source.Path, FileFailureKind.ParseFailed, $"Reading the declarations failed: {e.Message}"));
        }
    }

    private static FileReading Failed(CSharpFile file, FileFailure? failure)
        => new(new ParsedFile { Source = file.Source, Rules = CSharpRules.Instance, Failures = failure is null ? [] : [failure] }, null, SymbolUse.None);

    private static int[] TopLevelBreaks(CompilationUnitSyntax root)
        => [.. root.Members.OfType<GlobalStatementSyntax>().Select(statement => statement.SpanStart)];
}
