using System.Runtime.InteropServices;

namespace StructIndex;

/// <summary>What training changes: word vectors, a scalar for each word, field weights, and Adagrad's sums for each of them.</summary>
internal sealed class ModelState
{
    private const double MinScalar = .5;
    private const double MaxScalar = 9;
    private const double ScalarUnit = 6;

    private readonly int _scalarStride;

    public ModelState(int rows, int dimensions, bool fieldScalars = false)
    {
        _scalarStride = fieldScalars ? rows : 0;
        Rows = rows;
        Dimensions = dimensions;
        Table = Pinned((long)rows * dimensions);
        TableSquares = Pinned((long)rows * dimensions);
        Scalars = Pinned(fieldScalars ? (long)rows * (TrainingSet.Fields + 1) : rows);
        ScalarSquares = Pinned(Scalars.Length);
        FieldWeights = new float[TrainingSet.Fields];
        FieldSquares = new float[TrainingSet.Fields];
    }

    public int Rows { get; }

    public int Dimensions { get; }

    /// <summary>Whether each field and the query have scalars of their own.</summary>
    public bool HasFieldScalars => _scalarStride > 0;

    /// <summary>Where the scalar of a word in a field lies; the query is the field after the last.</summary>
    public int ScalarAt(int field, int row) => (field * _scalarStride) + row;

    /// <summary>Rows x dimensions; the vector of a word is its row times its scalar.</summary>
    public float[] Table { get; }

    public float[] TableSquares { get; }

    public float[] Scalars { get; }

    public float[] ScalarSquares { get; }

    public float[] FieldWeights { get; }

    public float[] FieldSquares { get; }

    /// <summary>Steps taken.</summary>
    public int Step { get; set; }

    /// <summary>
    /// The state before the first step: vectors normally distributed with variance 1/dimensions, scalars clip(ln(N / (1 + df)), .5, 9) / 6,
    /// where df counts the pairs whose code holds the word.
    /// </summary>
    public static ModelState Create(TrainingSet set, int rows, TrainingOptions options)
    {
        ModelState state = new(rows, options.Dimensions, options.FieldScalars);
        double deviation = 1 / Math.Sqrt(options.Dimensions);
        Parallel.For(0, rows, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, row =>
        {
            RandomStream random = new((ulong)options.Seed, (ulong)row);
            foreach (ref float value in state.Table.AsSpan(row * options.Dimensions, options.Dimensions))
            {
                value = (float)(deviation * random.NextNormal());
            }
        });

        int[] documents = new int[rows], last = new int[rows];
        int pairs = 0;
        for (int pair = 0; pair < set.Count; pair++)
        {
            if (set.Heads[pair].Split != CorpusSplit.Train)
            {
                continue;
            }

            pairs++;
            for (int i = set.CodeStarts[pair * TrainingSet.Fields]; i < set.CodeStarts[(pair * TrainingSet.Fields) + TrainingSet.CodeFields]; i++)
            {
                int row = set.CodeRows[i];
                documents[row] += last[row] == pair + 1 ? 0 : 1;
                last[row] = pair + 1;
            }
        }

        for (int row = 0; row < rows; row++)
        {
            for (int at = row; at < state.Scalars.Length; at += rows)
            {
                state.Scalars[at] = (float)(Math.Clamp(Math.Log((double)pairs / (1 + documents[row])), MinScalar, MaxScalar) / ScalarUnit);
            }
        }

        FieldWeights w = options.InitialWeights;
        ((float[])[w.Name, w.Container, w.Path, w.Signature, w.Body, w.Documentation]).CopyTo(state.FieldWeights, 0);
        return state;
    }

    /// <summary>Writes the state; the same machine reads it back bit by bit.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write(Rows);
        writer.Write(Dimensions);
        writer.Write(Step);
        foreach (float[] part in Parts())
        {
            writer.Write(MemoryMarshal.AsBytes<float>(part));
        }
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="StructIndexException">It is of another size, or cut short.</exception>
    public void Load(BinaryReader reader)
    {
        if (reader.ReadInt32() != Rows || reader.ReadInt32() != Dimensions)
        {
            throw new StructIndexException("The checkpoint is of a model of another size.");
        }

        Step = reader.ReadInt32();
        foreach (float[] part in Parts())
        {
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(part.AsSpan()));
        }
    }

    private static float[] Pinned(long length) => GC.AllocateArray<float>(checked((int)length), pinned: true);

    private float[][] Parts() => [Table, TableSquares, Scalars, ScalarSquares, FieldWeights, FieldSquares];
}
