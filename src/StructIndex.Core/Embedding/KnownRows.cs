namespace StructIndex;

/// <summary>Vectors of an earlier state of the units, for those that have not changed.</summary>
/// <param name="Vectors">The rows.</param>
/// <param name="FirstRows">For each unit of now its first row then; -1 for a unit that is new or has changed.</param>
/// <param name="ByKey">The row made of each text; empty where the units' fields say what a row is made of.</param>
internal sealed record KnownRows(VectorStore Vectors, int[] FirstRows, IReadOnlyDictionary<EmbeddingCacheKey, int> ByKey)
{
    /// <summary>The rows of an index for the units of another.</summary>
    /// <param name="units">The units of now.</param>
    /// <param name="before">The units then.</param>
    /// <param name="vectors">The vectors then.</param>
    /// <param name="rowUnits">For each row its unit then.</param>
    /// <param name="keys">What each row was made of.</param>
    public static KnownRows Of(UnitSet units, UnitSet before, VectorStore vectors, int[] rowUnits, IReadOnlyList<EmbeddingCacheKey> keys)
    {
        int[] rowsThen = new int[before.Units.Count];
        for (int row = rowUnits.Length - 1; row >= 0; row--)
        {
            rowsThen[rowUnits[row]] = row;
        }

        int[] firstRows = new int[units.Units.Count];
        Array.Fill(firstRows, -1);
        for (int file = 0; file < units.Files.Count; file++)
        {
            (int start, int end) = units.UnitsOf(file);
            if (before.IndexOfSame(units, file) is >= 0 and var then)
            {
                rowsThen.AsSpan(before.UnitsOf(then).Start, end - start).CopyTo(firstRows.AsSpan(start));
            }
        }

        Dictionary<EmbeddingCacheKey, int> byKey = [];
        for (int row = 0; row < keys.Count; row++)
        {
            byKey[keys[row]] = row;
        }

        return new KnownRows(vectors, firstRows, byKey);
    }
}
