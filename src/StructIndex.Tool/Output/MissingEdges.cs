namespace StructIndex;

/// <summary>Says, beside answers from the graph, that edges are missing from it.</summary>
internal static class MissingEdges
{
    /// <summary>One line on errors' side for an index whose edges are known to be incomplete.</summary>
    public static void Warn(CodeIndex index, ToolConsole console)
    {
        FileFailure[] failures = [.. index.Failures.Where(failure => failure.Kind is FileFailureKind.EdgesIncomplete or FileFailureKind.ProjectIgnored)];
        if (failures.Length > 0)
        {
            string more = failures.Length > 1 ? $" ('structindex stats' lists {failures.Length - 1} more)" : "";
            console.Error.WriteLine($"structindex: edges may be missing: {failures[0].Path}: {failures[0].Message}{more}");
        }
    }
}
