using System.Buffers;
using System.Runtime.InteropServices;

namespace StructIndex;

/// <summary>
/// What the query names of all that each candidate declares. Read for all at once, from the few terms that the query names to the units that bear them:
/// the candidates declare thousands of names, and nearly all have nothing to do with the query.
/// </summary>
internal static class DeclaredFeatures
{
    /// <summary>Reads the features of all files of a table.</summary>
    public static void Read(RankInput input, QueryTerms terms, FeatureTable table)
    {
        int[] rows = ArrayPool<int>.Shared.Rent(input.Contents.FileCount);
        Dictionary<int, float> sums = [];
        Array.Fill(rows, -1, 0, input.Contents.FileCount);
        for (int row = 0; row < table.Files.Length; row++)
        {
            rows[table.Files[row]] = row;
        }

        float[] best = new float[table.Files.Length];
        foreach (NamedTerm named in terms.All)
        {
            foreach (int unit in input.Traits.UnitsNamed[named.Term])
            {
                int row = rows[input.Traits.FileOf[unit]];
                if (row >= 0)
                {
                    // Terms that stand for the same word count once, so the sum is the most that the name covers.
                    ref float sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, unit, out _);
                    float before = sum;
                    sum += named.Cover;
                    best[row] = sum <= best[row] ? best[row] : before == 0 ? named.Cover : Math.Max(best[row], terms.Cover(input.Traits.UnitNameTerms[unit]));
                }
            }
        }

        for (int row = 0; row < table.Files.Length; row++)
        {
            table.Row(row)[(int)RankFeature.UnitNameBest] = best[row];
        }

        ArrayPool<int>.Shared.Return(rows);
    }
}
