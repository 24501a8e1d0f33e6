using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StructIndex;

/// <summary>Parses one file within bounds of depth, work and time.</summary>
internal static class TreeParser
{
    /// <summary>Time one file may take. Half a million lines take less.</summary>
    internal static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Parses the text of a file.</summary>
    public static ParsedTree Parse(CSharpFile file, CancellationToken cancellationToken)
        => Parse(file.Source.Path, file.Text, file.Owner!.Options, cancellationToken);

    /// <summary>The failure of a file that took too long.</summary>
    public static FileFailure TimedOut(string path)
        => new(path, FileFailureKind.ParseTimedOut, $"Parsing took longer than {Limit.TotalSeconds:0.#} s.");

    /// <summary>Parses a text in place of the file's own, or by other options.</summary>
    public static ParsedTree Parse(string path, string text, CSharpParseOptions options, CancellationToken cancellationToken)
    {
        MeteredText metered = new(text, cancellationToken);
        try
        {
            if (NestingCheck.IsTooDeep(text) || AngleDepth.Overflows(text, options))
            {
                return new ParsedTree(null, new FileFailure(path, FileFailureKind.ParseFailed, "Brackets, type arguments or #if are nested too deep to be parsed."));
            }

            SyntaxTree tree = CSharpSyntaxTree.ParseText(metered, options, path, cancellationToken);
            metered.Parsed();
            return NamespaceDepth.IsTooDeep(tree, cancellationToken)
                ? new ParsedTree(null, new FileFailure(path, FileFailureKind.ParseFailed, "Namespaces are nested too deep to be read."))
                : new ParsedTree(tree, null);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new ParsedTree(null, new FileFailure(path, FileFailureKind.ParseFailed, $"The compiler's parser failed: {e.Message}"));
        }
    }
}
