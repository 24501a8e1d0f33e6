using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StructIndex;

/// <summary>
/// Keeps the compiler's parser from the end of its stack, which would be that of the process: it looks ahead through type arguments in one
/// another without a look at how deep it is. Exact, by the compiler's own tokens; <see cref="NestingCheck"/> is quicker and sees most.
/// </summary>
internal static class AngleDepth
{
    /// <summary>Opening signs that do not reach the end of a stack of <see cref="DeepWorkers"/>: a quarter of it holds some 18,000.</summary>
    private const int Safe = 20_000;

    /// <summary>Whether as many are open at once, or in one interpolated text.</summary>
    public static bool Overflows(string text, CSharpParseOptions options)
    {
        if (text.AsSpan().Count('<') <= Safe)
        {
            return false;
        }

        int depth = 0;
        foreach (SyntaxToken token in SyntaxFactory.ParseTokens(text, options: options.WithDocumentationMode(DocumentationMode.None)))
        {
            depth = token.Kind() switch
            {
                SyntaxKind.LessThanToken => depth + 1,
                SyntaxKind.GreaterThanToken => Math.Max(depth - 1, 0),
                SyntaxKind.SemicolonToken or SyntaxKind.OpenBraceToken or SyntaxKind.CloseBraceToken => 0,
                SyntaxKind.InterpolatedStringToken => Math.Max(depth, token.Text.AsSpan().Count('<')),
                _ => depth,
            };
            if (depth > Safe)
            {
                return true;
            }
        }

        return false;
    }
}
