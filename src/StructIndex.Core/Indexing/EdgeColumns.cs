namespace StructIndex;

/// <summary>Edges as columns of numbers, the way they are saved.</summary>
internal static class EdgeColumns
{
    /// <summary>Writes the edges, in their order.</summary>
    public static async ValueTask WriteAsync(SnapshotWriter writer, IndexContents contents)
    {
        Dictionary<CodeUnit, int> numberOf = new(contents.Units.Count, ReferenceEqualityComparer.Instance);
        for (int unit = 0; unit < contents.Units.Count; unit++)
        {
            numberOf.Add(contents.Units[unit], unit);
        }

        IReadOnlyList<CodeEdge> edges = contents.Edges;
        EdgeEnds[] ends = new EdgeEnds[edges.Count];
        byte[] marks = new byte[edges.Count * 2];
        for (int i = 0; i < ends.Length; i++)
        {
            CodeEdge edge = edges[i];
            ends[i] = new EdgeEnds(numberOf[edge.From], numberOf[edge.To], edge.Line);
            marks[2 * i] = (byte)edge.Kind;
            marks[(2 * i) + 1] = (byte)edge.Certainty;
        }

        await writer.WriteAsync<EdgeEnds>(SnapshotSection.EdgeUnits, ends).ConfigureAwait(false);
        await writer.WriteAsync<byte>(SnapshotSection.EdgeMarks, marks).ConfigureAwait(false);
    }

    /// <summary>Reads the edges.</summary>
    public static async ValueTask<CodeEdge[]> ReadAsync(SnapshotReader reader, int count, CodeUnit[] units)
    {
        EdgeEnds[] ends = await reader.ReadAsync<EdgeEnds>(SnapshotSection.EdgeUnits, count).ConfigureAwait(false);
        byte[] marks = await reader.ReadAsync<byte>(SnapshotSection.EdgeMarks, 2L * count).ConfigureAwait(false);
        CodeEdge[] edges = new CodeEdge[count];
        for (int i = 0; i < count; i++)
        {
            (EdgeKind kind, EdgeCertainty certainty) = ((EdgeKind)marks[2 * i], (EdgeCertainty)marks[(2 * i) + 1]);
            reader.CheckIndices([ends[i].From, ends[i].To], units.Length, SnapshotSection.EdgeUnits);
            reader.Check(Enum.IsDefined(kind) && Enum.IsDefined(certainty), SnapshotSection.EdgeMarks);
            edges[i] = new CodeEdge(units[ends[i].From], units[ends[i].To], kind, certainty, ends[i].Line);
        }

        return edges;
    }

    private readonly record struct EdgeEnds(int From, int To, int Line);
}
