namespace StructIndex;

/// <summary>A graph as it is saved: the columns of its edges, and what holds what.</summary>
internal static class GraphColumns
{
    /// <summary>Writes the graph.</summary>
    public static async ValueTask WriteAsync(SnapshotWriter writer, CodeGraph graph)
    {
        EdgeTable edges = graph.Table;
        int[] from = edges.From, to = edges.To, lines = edges.Lines, containers = graph.Structure.ContainingTypes, wholes = graph.Structure.PrimaryParts;
        await writer.WritePackedAsync(SnapshotSection.EdgeSources, from.Length, i => (uint)(from[i] - (i == 0 ? 0 : from[i - 1]))).ConfigureAwait(false);
        await writer.WritePackedAsync(SnapshotSection.EdgeTargets, to.Length, i => PackedNumbers.OfDifference(to[i] - from[i])).ConfigureAwait(false);
        await writer.WritePackedAsync(SnapshotSection.EdgeLines, lines.Length, i => PackedNumbers.OfDifference(lines[i] - (i == 0 ? 0 : lines[i - 1]))).ConfigureAwait(false);
        await writer.WriteAsync<byte>(SnapshotSection.EdgeKinds, Array.ConvertAll(edges.Kinds, kind => (byte)kind)).ConfigureAwait(false);
        await writer.WriteAsync<byte>(SnapshotSection.EdgeCertainties, Array.ConvertAll(edges.Certainties, certainty => (byte)certainty)).ConfigureAwait(false);
        await writer.WritePackedAsync(SnapshotSection.ContainingTypes, containers.Length, i => Other(i, containers[i])).ConfigureAwait(false);
        await writer.WritePackedAsync(SnapshotSection.PrimaryParts, wholes.Length, i => Other(i, wholes[i])).ConfigureAwait(false);

        // 0 for no unit.
        static uint Other(int unit, int other) => other < 0 ? 0 : 1 + PackedNumbers.OfDifference(unit - other);
    }

    /// <summary>Reads the graph of <paramref name="count"/> units, which is made on another thread.</summary>
    public static async ValueTask<Task<CodeGraph>> ReadAsync(SnapshotReader reader, int count, Task<CodeUnit[]> units)
    {
        int[] from = await reader.ReadPackedAsync(SnapshotSection.EdgeSources).ConfigureAwait(false);
        int[] to = await reader.ReadPackedAsync(SnapshotSection.EdgeTargets, from.Length).ConfigureAwait(false);
        int[] lines = await reader.ReadPackedAsync(SnapshotSection.EdgeLines, from.Length).ConfigureAwait(false);
        byte[] kinds = await reader.ReadAsync<byte>(SnapshotSection.EdgeKinds, from.Length).ConfigureAwait(false);
        byte[] certainties = await reader.ReadAsync<byte>(SnapshotSection.EdgeCertainties, from.Length).ConfigureAwait(false);
        int[] containers = await reader.ReadPackedAsync(SnapshotSection.ContainingTypes, count).ConfigureAwait(false);
        int[] wholes = await reader.ReadPackedAsync(SnapshotSection.PrimaryParts, count).ConfigureAwait(false);
        return Task.Run(async () => Make(reader, from, to, lines, kinds, certainties, containers, wholes, await units.ConfigureAwait(false)));
    }

    private static CodeGraph Make(SnapshotReader reader, int[] from, int[] to, int[] lines, byte[] kinds, byte[] certainties, int[] containers, int[] wholes, CodeUnit[] units)
    {
        for (int edge = 0, source = 0, line = 0; edge < from.Length; edge++)
        {
            from[edge] = source += from[edge];
            to[edge] = source + PackedNumbers.ToDifference(to[edge]);
            lines[edge] = line += PackedNumbers.ToDifference(lines[edge]);
        }

        for (int unit = 0; unit < units.Length; unit++)
        {
            containers[unit] = OtherOf(unit, containers[unit]);
            wholes[unit] = OtherOf(unit, wholes[unit]);
        }

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

        static int OtherOf(int unit, int code) => code == 0 ? -1 : unit - PackedNumbers.ToDifference(code - 1);

        bool IsUnitOrNone(int unit) => unit >= -1 && unit < units.Length;
    }
}
