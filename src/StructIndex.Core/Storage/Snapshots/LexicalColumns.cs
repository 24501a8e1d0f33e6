namespace StructIndex;

/// <summary>The lexical index as it is saved: its own arrays.</summary>
internal static class LexicalColumns
{
    /// <summary>Writes the index.</summary>
    public static async ValueTask WriteAsync(SnapshotWriter writer, LexicalIndex index)
    {
        await writer.WriteAsync<int>(SnapshotSection.TermStarts, index.Terms.Starts).ConfigureAwait(false);
        await writer.WriteAsync<char>(SnapshotSection.TermText, index.Terms.Text).ConfigureAwait(false);
        await writer.WriteAsync<int>(SnapshotSection.PostingStarts, index.Starts).ConfigureAwait(false);
        await writer.WriteAsync<int>(SnapshotSection.PostingUnits, index.Units).ConfigureAwait(false);
        await writer.WriteAsync<ushort>(SnapshotSection.PostingImpacts, index.Impacts).ConfigureAwait(false);
    }

    /// <summary>Reads the index of <paramref name="unitCount"/> units.</summary>
    public static async ValueTask<LexicalIndex> ReadAsync(SnapshotReader reader, int unitCount)
    {
        int[] termStarts = await reader.ReadAsync<int>(SnapshotSection.TermStarts).ConfigureAwait(false);
        char[] text = await reader.ReadAsync<char>(SnapshotSection.TermText).ConfigureAwait(false);
        int[] starts = await reader.ReadAsync<int>(SnapshotSection.PostingStarts, termStarts.Length).ConfigureAwait(false);
        int[] units = await reader.ReadAsync<int>(SnapshotSection.PostingUnits).ConfigureAwait(false);
        ushort[] impacts = await reader.ReadAsync<ushort>(SnapshotSection.PostingImpacts, units.Length).ConfigureAwait(false);
        reader.CheckStarts(termStarts, text.Length, SnapshotSection.TermStarts);
        reader.CheckStarts(starts, units.Length, SnapshotSection.PostingStarts);
        reader.CheckIndices(units, unitCount, SnapshotSection.PostingUnits);
        reader.CheckRuns(starts, units, SnapshotSection.PostingUnits);
        reader.Check(!impacts.AsSpan().Contains((ushort)0), SnapshotSection.PostingImpacts);
        LexicalTerms terms = new(text, termStarts);
        for (int term = 1; term < terms.Count; term++)
        {
            reader.Check(terms[term - 1].SequenceCompareTo(terms[term]) < 0, SnapshotSection.TermText);
        }

        return new LexicalIndex(unitCount, terms, starts, units, impacts);
    }
}
