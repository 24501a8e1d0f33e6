namespace StructIndex;

/// <summary>The features of the files that the ranker orders.</summary>
/// <param name="files">The files.</param>
internal sealed class FeatureTable(int[] files)
{
    /// <summary>Number of features.</summary>
    public static int Width { get; } = Enum.GetValues<RankFeature>().Length;

    private readonly float[] _values = new float[files.Length * Width];

    /// <summary>The files.</summary>
    public int[] Files { get; } = files;

    /// <summary>For each of the files the unit whose features are read, and which is shown where <see cref="IsMeant"/> or <see cref="Joint"/> say so.</summary>
    public int[] Shown { get; } = new int[files.Length];

    /// <summary>For each of the files whether the query names its shown unit.</summary>
    public bool[] IsNamed { get; } = new bool[files.Length];

    /// <summary>
    /// For each of the files whether the query can mean no other unit: it is nothing but its name, or names a place in it, or its words stand in the unit.
    /// A symbol within a sentence names a unit too, but what the sentence says of it may be about another.
    /// </summary>
    public bool[] IsMeant { get; } = new bool[files.Length];

    /// <summary>For each of the files what its shown unit says together with its callers and callees and no unit says alone; see <see cref="JointCoverage"/>.</summary>
    public float[] Joint { get; } = new float[files.Length];

    /// <summary>The features of all files, file by file.</summary>
    public ReadOnlySpan<float> Values => _values;

    /// <summary>The features of one of the files, by <see cref="RankFeature"/>.</summary>
    public Span<float> Row(int at) => _values.AsSpan(at * Width, Width);
}
