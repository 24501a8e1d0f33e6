using System.Numerics.Tensors;

namespace StructIndex;

/// <summary>Puts the units of each file together again, for evidence that is in the file and in no single unit.</summary>
internal static class WholeFiles
{
    // Units keep saturated frequencies; the largest one that 16 bits tell from all lower ones stands for all beyond.
    private const float MaxSaturated = .995f;

    /// <summary>
    /// BM25F over whole files from the postings over units: the weighted frequency of a term in a file is the sum of those in its units,
    /// divided by what the length of the file calls for.
    /// </summary>
    /// <param name="contents">The index.</param>
    /// <param name="part">What is known of the whole, and the lengths of these files, where the index is a part; null where it is all.</param>
    public static LexicalIndex Index(IndexContents contents, PartTraits? part = null)
    {
        LexicalIndex index = contents.Lexical;
        int[] fileOf = contents.FilesOfUnits();
        List<(int File, float Frequency)> postings = new(index.Units.Length / 2);
        int[] starts = new int[index.Starts.Length];
        float[] totals = new float[contents.FileCount];
        for (int term = 0; term + 1 < index.Starts.Length; term++)
        {
            int last = -1;
            for (int i = index.Starts[term]; i < index.Starts[term + 1]; i++)
            {
                float frequency = FrequencyOf(index.Impacts[i]);
                int file = fileOf[index.Units[i]];
                if (file == last)
                {
                    postings[^1] = (file, postings[^1].Frequency + frequency);
                }
                else
                {
                    postings.Add((file, frequency));
                    last = file;
                }

                totals[file] += frequency;
            }

            starts[term + 1] = postings.Count;
        }

        float average = part?.Whole.AverageLength ?? Average(totals);
        totals = part?.Lengths ?? totals;
        int[] files = new int[postings.Count];
        ushort[] impacts = new ushort[postings.Count];
        for (int i = 0; i < files.Length; i++)
        {
            (files[i], float frequency) = postings[i];
            frequency /= 1 - RankConstants.FileLength + (RankConstants.FileLength * totals[files[i]] / average);
            impacts[i] = LexicalIndex.Quantize(frequency / (frequency + RankConstants.FileSaturation));
        }

        return new LexicalIndex(contents.FileCount, index.Terms, starts, files, impacts, part?.Whole.Files);
    }

    /// <summary>The average length of the files of an index, of which <see cref="Index"/> makes use.</summary>
    public static float AverageLength(IndexContents contents)
    {
        LexicalIndex index = contents.Lexical;
        int[] fileOf = contents.FilesOfUnits();
        float[] totals = new float[contents.FileCount];
        for (int i = 0; i < index.Units.Length; i++)
        {
            totals[fileOf[index.Units[i]]] += FrequencyOf(index.Impacts[i]);
        }

        return Average(totals);
    }

    /// <summary>The weighted frequency that a posting was made of.</summary>
    public static float FrequencyOf(ushort impact)
    {
        float saturated = Math.Min(impact / (float)ushort.MaxValue, MaxSaturated);
        return LexicalWeights.Saturation * saturated / (1 - saturated);
    }

    private static float Average(float[] totals) => totals.Length == 0 ? 1 : Math.Max(TensorPrimitives.Sum<float>(totals) / totals.Length, 1e-6f);

    /// <summary>For each file the length of the sum of its rows.</summary>
    public static float[] VectorLengths(IndexContents contents)
    {
        float[] lengths = new float[contents.FileCount];
        if (contents.Vectors is not { } store)
        {
            return lengths;
        }

        int[] fileOf = contents.FilesOfUnits();
        float[] row = new float[store.Dimensions], sum = new float[store.Dimensions];
        for (int i = 0; i < contents.RowUnits.Length; i++)
        {
            int file = fileOf[contents.RowUnits[i]];
            store.CopyRow(i, row);
            TensorPrimitives.Add(sum, row, sum);
            if (i + 1 == contents.RowUnits.Length || fileOf[contents.RowUnits[i + 1]] != file)
            {
                lengths[file] = TensorPrimitives.Norm<float>(sum);
                Array.Clear(sum);
            }
        }

        return lengths;
    }
}
