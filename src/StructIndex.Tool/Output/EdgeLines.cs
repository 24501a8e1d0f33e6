namespace StructIndex;

/// <summary>Writes edges, one a line.</summary>
internal static class EdgeLines
{
    public static void Write(IEnumerable<CodeEdge> edges, ToolConsole console, bool asJson)
    {
        JsonLines lines = new(console.Output);
        foreach (CodeEdge edge in edges)
        {
            if (asJson)
            {
                lines.WriteEdge(edge);
            }
            else
            {
                console.Output.WriteLine($"{edge.From.Path}:{edge.Line}  {edge.From.QualifiedName} {JsonLines.Name(edge.Kind)} {edge.To.QualifiedName} ({JsonLines.Name(edge.Certainty)}, {edge.To.Path}:{edge.To.Lines.Start})");
            }
        }
    }
}
