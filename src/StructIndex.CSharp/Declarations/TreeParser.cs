using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StructIndex;

/// <summary>Parses one file within bounds of depth and time.</summary>
internal static class TreeParser
{
    /// <summary>Time one file may take. Half a million lines take less.</summary>
    internal static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Parses the text; sets the tree of the file, or its failure.</summary>
    public static void Parse(CSharpFile file, CancellationToken cancellationToken)
    {
        SourceFile source = file.Source;
        if (NestingCheck.IsTooDeep(source.Text))
        {
            file.Failure = new FileFailure(source.Path, FileFailureKind.ParseFailed, "Brackets or #if are nested too deep to be parsed.");
            return;
        }

        (file.Tree, file.Failure) = Parse(source, source.Text, file.Owner!.Options, Limit, cancellationToken);
    }

    /// <summary>Parses a text in place of the file's own.</summary>
    public static (SyntaxTree? Tree, FileFailure? Failure) Parse(SourceFile source, string text, CSharpParseOptions options, TimeSpan limit, CancellationToken cancellationToken)
    {
        using CancellationTokenSource deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(limit);
        try
        {
            return (CSharpSyntaxTree.ParseText(text, options, source.Path, cancellationToken: deadline.Token), null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, new FileFailure(source.Path, FileFailureKind.ParseTimedOut, $"Parsing took longer than {limit.TotalSeconds:0.#} s."));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return (null, new FileFailure(source.Path, FileFailureKind.ParseFailed, $"The compiler's parser failed: {e.Message}"));
        }
    }
}
