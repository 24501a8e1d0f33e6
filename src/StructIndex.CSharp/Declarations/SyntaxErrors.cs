using Microsoft.CodeAnalysis;

namespace StructIndex;

/// <summary>Says where the compiler's parser did not understand a fair share of a file.</summary>
internal static class SyntaxErrors
{
    /// <summary>Share of a file's lines with a syntax error from which on the file counts as read in part.</summary>
    private const double MaxErrorShare = 0.1;

    /// <summary>The failure; null for a file without errors, or with few.</summary>
    public static FileFailure? Of(CSharpFile file, SyntaxNode root)
    {
        if (!root.ContainsDiagnostics)
        {
            return null;
        }

        int[] lines = [.. root.GetDiagnostics().Where(error => error.Severity == DiagnosticSeverity.Error).Select(error => file.Source.LineAt(file.ToHost(error.Location.SourceSpan.Start))).Distinct().Order()];
        return lines.Length <= MaxErrorShare * file.Source.LineCount ? null
            : new FileFailure(file.Source.Path, FileFailureKind.SyntaxErrors, FormattableString.Invariant($"{lines.Length} of {file.Source.LineCount} lines have syntax errors, the first of them line {lines[0]}; what they declare may be missing."));
    }
}
