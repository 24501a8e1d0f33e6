namespace StructIndex;

/// <summary>The lexical index as it is saved: its own arrays.</summary>
internal static class LexicalColumns
{
    /// <summary>Writes the index.</summary>
    public static async ValueTask WriteAsync(SnapshotWriter writer, LexicalIndex index)
    {
        int[] termStarts = index.Terms.Starts, starts = index.Starts, units = index.Units;
        char[] text = index.Terms.Text;
        int term = 0;
        await writer.WritePackedAsync(SnapshotSection.TermLengths, termStarts.Length - 1, i => (uint)(termStarts[i + 1] - termStarts[i])).ConfigureAwait(false);
        await writer.WritePackedAsync(SnapshotSection.TermText, text.Length, i => text[i]).ConfigureAwait(false);
        await writer.WritePackedAsync(SnapshotSection.PostingCounts, starts.Length - 1, i => (uint)(starts[i + 1] - starts[i])).ConfigureAwait(false);
        await writer.WritePackedAsync(SnapshotSection.PostingUnits, units.Length, Gap).ConfigureAwait(false);
        await writer.WriteAsync<ushort>(SnapshotSection.PostingImpacts, index.Impacts).ConfigureAwait(false);

        // What lies between a unit and the one before it in the list of its term. Asked for in order.
        uint Gap(int posting)
        {
            term = posting == 0 ? 0 : term;
            while (starts[term + 1] <= posting)
            {
                term++;
            }

            return (uint)(posting == starts[term] ? units[posting] : units[posting] - units[posting - 1] - 1);
        }
    }

    /// <summary>Reads the index of <paramref name="unitCount"/> units, which is made on another thread.</summary>
    public static async ValueTask<Task<LexicalIndex>> ReadAsync(SnapshotReader reader, int unitCount)
    {
        int[] termLengths = await reader.ReadPackedAsync(SnapshotSection.TermLengths).ConfigureAwait(false);
        int[] letters = await reader.ReadPackedAsync(SnapshotSection.TermText).ConfigureAwait(false);
        int[] counts = await reader.ReadPackedAsync(SnapshotSection.PostingCounts, termLengths.Length).ConfigureAwait(false);
        int[] units = await reader.ReadPackedAsync(SnapshotSection.PostingUnits).ConfigureAwait(false);
        ushort[] impacts = await reader.ReadAsync<ushort>(SnapshotSection.PostingImpacts, units.Length).ConfigureAwait(false);
        return Task.Run(() => Make(reader, unitCount, termLengths, letters, counts, units, impacts));
    }

    private static LexicalIndex Make(SnapshotReader reader, int unitCount, int[] termLengths, int[] letters, int[] counts, int[] units, ushort[] impacts)
    {
        reader.Check(Array.TrueForAll(letters, static letter => letter is >= 0 and <= char.MaxValue), SnapshotSection.TermText);
        int[] starts = reader.StartsOf(counts, units.Length, SnapshotSection.PostingCounts);
        for (int term = 0; term < counts.Length; term++)
        {
            int before = -1;
            foreach (ref int unit in units.AsSpan(starts[term]..starts[term + 1]))
            {
                before = unit = before + unit + 1;
            }
        }

        reader.CheckIndices(units, unitCount, SnapshotSection.PostingUnits);
        reader.CheckRuns(starts, units, SnapshotSection.PostingUnits);
        reader.Check(!impacts.AsSpan().Contains((ushort)0), SnapshotSection.PostingImpacts);
        LexicalTerms terms = new(Array.ConvertAll(letters, static letter => (char)letter), reader.StartsOf(termLengths, letters.Length, SnapshotSection.TermLengths));
        for (int term = 1; term < terms.Count; term++)
        {
            reader.Check(terms[term - 1].SequenceCompareTo(terms[term]) < 0, SnapshotSection.TermText);
        }

        return new LexicalIndex(unitCount, terms, starts, units, impacts);
    }
}
