namespace StructIndex;

/// <summary>A graph as it is saved: the columns of its edges, and what holds what.</summary>
internal static class GraphColumns
{
    /// <summary>Writes the graph.</summary>
    public static async ValueTask WriteAsync(SnapshotWriter writer, CodeGraph graph)
    {
        EdgeTable edges = graph.Table;
        await writer.WriteAsync<int>(SnapshotSection.EdgeSources, edges.From).ConfigureAwait(false);
        await writer.WriteAsync<int>(SnapshotSection.EdgeTargets, edges.To).ConfigureAwait(false);
        await writer.WriteAsync<int>(SnapshotSection.EdgeLines, edges.Lines).ConfigureAwait(false);
        await writer.WriteAsync<byte>(SnapshotSection.EdgeKinds, Array.ConvertAll(edges.Kinds, kind => (byte)kind)).ConfigureAwait(false);
        await writer.WriteAsync<byte>(SnapshotSection.EdgeCertainties, Array.ConvertAll(edges.Certainties, certainty => (byte)certainty)).ConfigureAwait(false);
        await writer.WriteAsync<int>(SnapshotSection.ContainingTypes, graph.Structure.ContainingTypes).ConfigureAwait(false);
        await writer.WriteAsync<int>(SnapshotSection.PrimaryParts, graph.Structure.PrimaryParts).ConfigureAwait(false);
    }

    /// <summary>Reads the graph of <paramref name="units"/>.</summary>
    public static async ValueTask<CodeGraph> ReadAsync(SnapshotReader reader, CodeUnit[] units)
    {
        int[] from = await reader.ReadAsync<int>(SnapshotSection.EdgeSources).ConfigureAwait(false);
        int[] to = await reader.ReadAsync<int>(SnapshotSection.EdgeTargets, from.Length).ConfigureAwait(false);
        int[] lines = await reader.ReadAsync<int>(SnapshotSection.EdgeLines, from.Length).ConfigureAwait(false);
        byte[] kinds = await reader.ReadAsync<byte>(SnapshotSection.EdgeKinds, from.Length).ConfigureAwait(false);
        byte[] certainties = await reader.ReadAsync<byte>(SnapshotSection.EdgeCertainties, from.Length).ConfigureAwait(false);
        int[] containers = await reader.ReadAsync<int>(SnapshotSection.ContainingTypes, units.Length).ConfigureAwait(false);
        int[] wholes = await reader.ReadAsync<int>(SnapshotSection.PrimaryParts, units.Length).ConfigureAwait(false);
        reader.CheckIndices(from, units.Length, SnapshotSection.EdgeSources);
        reader.CheckIndices(to, units.Length, SnapshotSection.EdgeTargets);
        reader.Check(Array.TrueForAll(lines, line => line >= 1), SnapshotSection.EdgeLines);
        reader.Check(Array.TrueForAll(kinds, kind => Enum.IsDefined((EdgeKind)kind)), SnapshotSection.EdgeKinds);
        reader.Check(Array.TrueForAll(certainties, certainty => Enum.IsDefined((EdgeCertainty)certainty)), SnapshotSection.EdgeCertainties);
        for (int edge = 1; edge < from.Length; edge++)
        {
            reader.Check((from[edge - 1], lines[edge - 1], to[edge - 1], kinds[edge - 1]).CompareTo((from[edge], lines[edge], to[edge], kinds[edge])) < 0, SnapshotSection.EdgeSources);
        }

        for (int unit = 0; unit < units.Length; unit++)
        {
            reader.Check(IsUnitOrNone(containers[unit]) && containers[unit] != unit, SnapshotSection.ContainingTypes);
            reader.Check(IsUnitOrNone(wholes[unit]) && (wholes[unit] < 0 || wholes[wholes[unit]] is var first && (first < 0 || first == wholes[unit])), SnapshotSection.PrimaryParts);
        }

        EdgeTable table = new(from, to, Array.ConvertAll(kinds, kind => (EdgeKind)kind), Array.ConvertAll(certainties, certainty => (EdgeCertainty)certainty), lines);
        return new CodeGraph(units, table, new UnitStructure(containers, wholes));

        bool IsUnitOrNone(int unit) => unit >= -1 && unit < units.Length;
    }
}
