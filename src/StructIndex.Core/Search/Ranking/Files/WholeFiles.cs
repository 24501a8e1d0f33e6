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
    public static LexicalIndex Index(IndexContents contents)
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
                float saturated = Math.Min(index.Impacts[i] / (float)ushort.MaxValue, MaxSaturated);
                float frequency = LexicalWeights.Saturation * saturated / (1 - saturated);
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

        float average = contents.FileCount == 0 ? 1 : Math.Max(TensorPrimitives.Sum<float>(totals) / contents.FileCount, 1e-6f);
        int[] files = new int[postings.Count];
        ushort[] impacts = new ushort[postings.Count];
        for (int i = 0; i < files.Length; i++)
        {
            (files[i], float frequency) = postings[i];
            frequency /= 1 - RankConstants.FileLength + (RankConstants.FileLength * totals[files[i]] / average);
            impacts[i] = LexicalIndex.Quantize(frequency / (frequency + RankConstants.FileSaturation));
        }

        return new LexicalIndex(contents.FileCount, index.Terms, starts, files, impacts);
    }

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
