using System.Buffers;

namespace StructIndex;

/// <summary>
/// What the query names of all that each candidate declares. Read for all at once, from the few terms that the query names to the units
/// that bear them: the candidates declare thousands of names, and nearly all have nothing to do with the query.
/// </summary>
internal static class DeclaredFeatures
{
    /// <summary>Reads the features of all files of a table.</summary>
    public static void Read(QueryContext context, FeatureTable table)
    {
        // The units of the candidates, end to end: by so much less than its number in the index each has its number there.
        int[] rows = ArrayPool<int>.Shared.Rent(context.Contents.FileCount), less = new int[table.Files.Length];
        ulong[] marks = ArrayPool<ulong>.Shared.Rent((context.Contents.Units.Count + 63) / 64);
        Array.Clear(marks);
        int units = 0;
        for (int row = 0; row < less.Length; row++)
        {
            int file = table.Files[row], start = context.Contents.FileStarts[file], end = context.Contents.FileStarts[file + 1];
            Mark(marks, start, end - 1);
            (rows[file], less[row]) = (row, start - units);
            units += end - start;
        }

        float[] best = new float[less.Length], sums = ArrayPool<float>.Shared.Rent(units);
        Array.Clear(sums, 0, units);
        foreach (NamedTerm named in context.Terms.All)
        {
            foreach (int unit in context.Traits.UnitsNamed[named.Term])
            {
                if (((marks[unit >> 6] >> unit) & 1) != 0)
                {
                    // Terms that stand for the same word count once, so the sum is the most that the name covers.
                    int row = rows[context.Traits.FileOf[unit]];
                    ref float sum = ref sums[unit - less[row]];
                    float before = sum;
                    sum += named.Cover;
                    best[row] = sum <= best[row] ? best[row] : before == 0 ? named.Cover : Math.Max(best[row], context.Terms.Cover(context.Traits.UnitNameTerms[unit]));
                }
            }
        }

        for (int row = 0; row < best.Length; row++)
        {
            table.Row(row)[(int)RankFeature.UnitNameBest] = best[row];
        }

        ArrayPool<int>.Shared.Return(rows);
        ArrayPool<ulong>.Shared.Return(marks);
        ArrayPool<float>.Shared.Return(sums);
    }

    // A bit for each unit from the first to the last.
    private static void Mark(Span<ulong> marks, int first, int last)
    {
        ulong from = ulong.MaxValue << first, upTo = ulong.MaxValue >> ~last;
        if (first >> 6 == last >> 6)
        {
            marks[first >> 6] |= from & upTo;
            return;
        }

        marks[first >> 6] |= from;
        marks[((first >> 6) + 1)..(last >> 6)].Fill(ulong.MaxValue);
        marks[last >> 6] |= upTo;
    }
}
