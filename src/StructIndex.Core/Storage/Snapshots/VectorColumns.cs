namespace StructIndex;

/// <summary>Vectors as they are saved: the rows of the store as they are in memory, and the unit of each row.</summary>
internal static class VectorColumns
{
    /// <summary>Writes the vectors; empty sections when there are none.</summary>
    public static async ValueTask WriteAsync(SnapshotWriter writer, IndexContents contents)
    {
        if (contents.Vectors is { Precision: VectorPrecision.Int8 } bytes)
        {
            await writer.WriteAsync<sbyte>(SnapshotSection.Vectors, bytes.Bytes).ConfigureAwait(false);
        }
        else
        {
            await writer.WriteAsync<float>(SnapshotSection.Vectors, contents.Vectors?.Floats ?? default).ConfigureAwait(false);
        }

        await writer.WriteAsync<float>(SnapshotSection.VectorScales, contents.Vectors?.Scales ?? default).ConfigureAwait(false);
        int[] rowUnits = contents.RowUnits;
        await writer.WritePackedAsync(SnapshotSection.RowUnits, rowUnits.Length, i => PackedNumbers.OfDifference(rowUnits[i] - (i == 0 ? 0 : rowUnits[i - 1]))).ConfigureAwait(false);
    }

    /// <summary>Reads the vectors.</summary>
    /// <param name="reader">The file.</param>
    /// <param name="dimensions">Components of a row.</param>
    /// <param name="mark">0 for no vectors, otherwise 1 + <see cref="VectorPrecision"/>.</param>
    /// <param name="unitCount">Number of units.</param>
    public static async ValueTask<(VectorStore? Vectors, int[] RowUnits)> ReadAsync(SnapshotReader reader, int dimensions, int mark, int unitCount)
    {
        bool small = mark == 1 + (int)VectorPrecision.Int8;
        reader.Check(mark == 0 || (Enum.IsDefined((VectorPrecision)(mark - 1)) && dimensions > 0), SnapshotSection.Numbers);
        sbyte[] bytes = small ? await reader.ReadAsync<sbyte>(SnapshotSection.Vectors).ConfigureAwait(false) : [];
        float[] floats = small ? [] : await reader.ReadAsync<float>(SnapshotSection.Vectors).ConfigureAwait(false);
        float[] scales = await reader.ReadAsync<float>(SnapshotSection.VectorScales).ConfigureAwait(false);
        int[] rowUnits = await reader.ReadPackedAsync(SnapshotSection.RowUnits).ConfigureAwait(false);
        for (int row = 0, unit = 0; row < rowUnits.Length; row++)
        {
            rowUnits[row] = unit += PackedNumbers.ToDifference(rowUnits[row]);
        }

        long components = (long)rowUnits.Length * dimensions;
        reader.Check(components <= AlignedArray<float>.MaxLength, SnapshotSection.RowUnits);
        reader.Check(bytes.Length + floats.Length == components && scales.Length == (small ? rowUnits.Length : 0), SnapshotSection.Vectors);
        reader.Check(Array.TrueForAll(floats, float.IsFinite) && Array.TrueForAll(scales, float.IsFinite), SnapshotSection.Vectors);
        reader.CheckIndices(rowUnits, unitCount, SnapshotSection.RowUnits);
        return mark == 0 ? (null, [])
            : (new VectorStore(rowUnits.Length, dimensions, (VectorPrecision)(mark - 1), new AlignedArray<float>(floats), new AlignedArray<sbyte>(bytes), scales), rowUnits);
    }
}
