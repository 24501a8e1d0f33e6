using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StructIndex;

/// <summary>Parses one file within bounds of depth and time.</summary>
internal static class TreeParser
{
    /// <summary>Time one file may take. Half a million lines take less.</summary>
    internal static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Parses the text of a file.</summary>
    public static ParsedTree Parse(CSharpFile file, CancellationToken cancellationToken)
        => NestingCheck.IsTooDeep(file.Text)
            ? new ParsedTree(null, new FileFailure(file.Source.Path, FileFailureKind.ParseFailed, "Brackets, type arguments or #if are nested too deep to be parsed."))
            : Parse(file.Source, file.Text, file.Owner!.Options, cancellationToken);

    /// <summary>The failure of a file that took too long.</summary>
    public static FileFailure TimedOut(SourceFile source)
        => new(source.Path, FileFailureKind.ParseTimedOut, $"Parsing took longer than {Limit.TotalSeconds:0.#} s.");

    /// <summary>Parses a text in place of the file's own.</summary>
    public static ParsedTree Parse(SourceFile source, string text, CSharpParseOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return new ParsedTree(CSharpSyntaxTree.ParseText(text, options, source.Path, cancellationToken: cancellationToken), null);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new ParsedTree(null, new FileFailure(source.Path, FileFailureKind.ParseFailed, $"The compiler's parser failed: {e.Message}"));
        }
    }
}
