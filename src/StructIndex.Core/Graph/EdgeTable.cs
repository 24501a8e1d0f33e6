namespace StructIndex;

/// <summary>The edges of a graph as columns, ordered by source, line, target and kind. Units are indexes.</summary>
/// <param name="From">The unit that uses the other.</param>
/// <param name="To">The unit used.</param>
/// <param name="Kinds">How it is used.</param>
/// <param name="Certainties">How the edge is known.</param>
/// <param name="Lines">1-based line of the first use, in the file of the source.</param>
internal sealed record EdgeTable(int[] From, int[] To, EdgeKind[] Kinds, EdgeCertainty[] Certainties, int[] Lines)
{
    /// <summary>Number of edges.</summary>
    public int Count => From.Length;

    /// <summary>Orders the edges; of several with the same ends and kind, the surest stays, with the first line of its certainty.</summary>
    public static EdgeTable Of(List<RawEdge> edges)
    {
        edges.Sort(static (a, b) => (a.From, a.To, a.Kind, a.Certainty, a.Line).CompareTo((b.From, b.To, b.Kind, b.Certainty, b.Line)));
        List<RawEdge> kept = new(edges.Count);
        foreach (RawEdge edge in edges)
        {
            if (kept.Count == 0 || (kept[^1].From, kept[^1].To, kept[^1].Kind) != (edge.From, edge.To, edge.Kind))
            {
                kept.Add(edge);
            }
        }

        kept.Sort(static (a, b) => (a.From, a.Line, a.To, a.Kind).CompareTo((b.From, b.Line, b.To, b.Kind)));
        return new EdgeTable(
            [.. kept.Select(edge => edge.From)],
            [.. kept.Select(edge => edge.To)],
            [.. kept.Select(edge => edge.Kind)],
            [.. kept.Select(edge => edge.Certainty)],
            [.. kept.Select(edge => edge.Line)]);
    }
}
