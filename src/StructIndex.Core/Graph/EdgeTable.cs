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
        Span<RawEdge> table = BySource(edges);
        int kept = 0;
        for (int start = 0, end; start < table.Length; start = end)
        {
            int from = table[start].From, first = kept;
            for (end = start + 1; end < table.Length && table[end].From == from;)
            {
                end++;
            }

            Span<RawEdge> ofUnit = table[start..end];
            ofUnit.Sort(static (a, b) => Order(a.To - b.To, a.Kind - b.Kind, a.Certainty - b.Certainty, a.Line - b.Line));
            foreach (RawEdge edge in ofUnit)
            {
                if (kept == first || (table[kept - 1].To, table[kept - 1].Kind) != (edge.To, edge.Kind))
                {
                    table[kept++] = edge;
                }
            }

            table[first..kept].Sort(static (a, b) => Order(a.Line - b.Line, a.To - b.To, a.Kind - b.Kind, 0));
        }

        return Of(table[..kept]);
    }

    private static EdgeTable Of(ReadOnlySpan<RawEdge> ordered)
    {
        EdgeTable table = new(new int[ordered.Length], new int[ordered.Length], new EdgeKind[ordered.Length], new EdgeCertainty[ordered.Length], new int[ordered.Length]);
        for (int i = 0; i < ordered.Length; i++)
        {
            (table.From[i], table.To[i], table.Kinds[i], table.Certainties[i], table.Lines[i]) = ordered[i];
        }

        return table;
    }

    /// <summary>The first of some differences that is not zero; numbers of units and lines are not negative.</summary>
    private static int Order(int first, int second, int third, int fourth) => first != 0 ? first : second != 0 ? second : third != 0 ? third : fourth;

    /// <summary>The edges grouped by the unit that uses the other: one pass counts them, so only those of one unit need be compared.</summary>
    private static RawEdge[] BySource(List<RawEdge> edges)
    {
        int[] next = new int[edges.Count == 0 ? 1 : edges.Max(static edge => edge.From) + 2];
        foreach (RawEdge edge in edges)
        {
            next[edge.From + 1]++;
        }

        for (int unit = 1; unit < next.Length; unit++)
        {
            next[unit] += next[unit - 1];
        }

        RawEdge[] grouped = new RawEdge[edges.Count];
        foreach (RawEdge edge in edges)
        {
            grouped[next[edge.From]++] = edge;
        }

        return grouped;
    }
}
