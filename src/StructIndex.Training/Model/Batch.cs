namespace StructIndex;

/// <summary>The matrices of one step, allocated once. All are row-major; a pair is a row.</summary>
internal sealed class Batch
{
    public Batch(int size, int dimensions)
    {
        Size = size;
        Code = Floats(size * dimensions);
        Query = Floats(size * dimensions);
        CodeTransposed = Floats(size * dimensions);
        Gradients = Floats(2 * size * dimensions);
        FieldVectors = Floats(size * TrainingSet.Fields * dimensions);
        Scores = Floats(size * size);
        CodeLengths = new float[size];
        QueryLengths = new float[size];
        FieldGradients = new float[size * TrainingSet.Fields];
        RowSums = new float[size];
        ColumnSums = new float[size];
        Losses = new double[size];
        Pairs = new int[size];
        FieldCounts = new int[size];
        QueryCounts = new int[size];
        QueryRows = new int[size * QueryMaker.MaxEntries];
        QueryWeights = new float[size * QueryMaker.MaxEntries];
    }

    public int Size { get; }


    /// <summary>Pairs in this batch, at most <see cref="Size"/>.</summary>
    public int Count { get; set; }

    /// <summary>Columns of the score matrix: the pairs, and zeros up to a multiple of 16.</summary>
    public int Padded => (Count + 15) / 16 * 16;

    public int[] Pairs { get; }

    public float[] Code { get; }

    public float[] Query { get; }

    public float[] CodeTransposed { get; }

    /// <summary>Gradients by the vectors before they were normalised: <see cref="Size"/> rows of code, then as many of queries.</summary>
    public float[] Gradients { get; }

    public float[] FieldVectors { get; }

    /// <summary>Exponentials of the scores, then their gradients.</summary>
    public float[] Scores { get; }

    public float[] CodeLengths { get; }

    public float[] QueryLengths { get; }

    public float[] FieldGradients { get; }

    public float[] RowSums { get; }

    public float[] ColumnSums { get; }

    public double[] Losses { get; }

    /// <summary>How many fields of the code count: 5, or 6 with the rest of the documentation.</summary>
    public int[] FieldCounts { get; }

    public int[] QueryCounts { get; }

    public int[] QueryRows { get; }

    public float[] QueryWeights { get; }

    private static float[] Floats(int count) => GC.AllocateArray<float>(count, pinned: true);
}
