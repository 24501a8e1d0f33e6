namespace StructIndex;

/// <summary>Says, beside answers from the graph, that edges are missing from it.</summary>
internal static class Gaps
{
    /// <summary>One line with its end for an index whose edges are known to be incomplete; empty for any other.</summary>
    public static string Of(CodeIndex index)
    {
        FileFailure[] failures = [.. index.Failures.Where(static failure => failure.Kind is FileFailureKind.EdgesIncomplete or FileFailureKind.ProjectIgnored)];
        string more = failures.Length > 1 ? $" ({failures.Length - 1} more, see status)" : "";
        return failures.Length == 0 ? "" : $"Edges may be missing: {Answer.Short(failures[0].Path)}: {Answer.Short(failures[0].Message)}{more}\n";
    }
}
