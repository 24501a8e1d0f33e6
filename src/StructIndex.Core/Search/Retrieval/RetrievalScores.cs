using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace StructIndex;

/// <summary>
/// What one query finds in an index, as one array for each feature of a unit or file. A ranker reads these arrays and nothing else.
/// Negative infinity marks what does not count: a unit the filter leaves out, or one without a word of the query in <see cref="Lexical"/>.
/// The arrays are borrowed: dispose gives them back.
/// </summary>
internal sealed class RetrievalScores : IDisposable
{
    private readonly float[] _units;
    private readonly float[] _files;
    private readonly int _unitCount;
    private readonly int _fileCount;
    private TopScores? _largestDense;
    private TopScores? _largestLexical;

    private RetrievalScores(IndexContents contents)
    {
        (_unitCount, _fileCount) = (contents.Units.Count, contents.FileCount);
        _units = ArrayPool<float>.Shared.Rent(2 * _unitCount);
        _files = ArrayPool<float>.Shared.Rent(2 * _fileCount);
    }

    /// <summary>Whether the dense retriever has anything to go by: there are vectors, and the query has one that is not zero.</summary>
    public bool HasDense { get; private set; }

    /// <summary>Whether any unit can be a hit.</summary>
    public bool HasAny => LexicalMaximum > 0 || (HasDense && Dense.ContainsAnyExcept(float.NegativeInfinity));

    /// <summary>For each unit the largest cosine of its pieces.</summary>
    public Span<float> Dense => _units.AsSpan(0, _unitCount);

    /// <summary>For each unit its BM25F score divided by the largest of all units that count, 0 to 1.</summary>
    public Span<float> Lexical => _units.AsSpan(_unitCount, _unitCount);

    /// <summary>The largest BM25F score, by which <see cref="Lexical"/> was divided; 0 when no unit holds a word of the query.</summary>
    public float LexicalMaximum { get; private set; }

    /// <summary>The largest of <see cref="Dense"/>.</summary>
    public TopScores LargestDense => _largestDense ??= new TopScores(Dense);

    /// <summary>The largest of <see cref="Lexical"/>.</summary>
    public TopScores LargestLexical => _largestLexical ??= new TopScores(Lexical);

    /// <summary>For each file the soft sum of <see cref="Dense"/> over its units.</summary>
    public Span<float> FileDense => _files.AsSpan(0, _fileCount);

    /// <summary>For each file the soft sum of <see cref="Lexical"/> over its units.</summary>
    public Span<float> FileLexical => _files.AsSpan(_fileCount, _fileCount);

    /// <summary>Asks both retrievers.</summary>
    /// <param name="contents">The index.</param>
    /// <param name="query">The query's words.</param>
    /// <param name="vector">The query's vector; empty when there is none.</param>
    /// <param name="allowed">Which units count; null for all.</param>
    public static RetrievalScores Gather(IndexContents contents, LexicalQuery query, ReadOnlySpan<float> vector, bool[]? allowed)
    {
        RetrievalScores scores = new(contents);
        float[] asked = vector.ToArray();
        LargeWork.Both(scores._unitCount, () => scores.ScoreDense(contents, asked, allowed), () => scores.ScoreLexical(contents, query, allowed));
        return scores;
    }

    /// <summary>
    /// Whether a unit can be a hit. A filter takes a unit out of the dense scores; without vectors, a hit holds a word of the query.
    /// </summary>
    public bool IsAllowed(int unit) => !float.IsNegativeInfinity(HasDense ? Dense[unit] : Lexical[unit]);

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<float>.Shared.Return(_units);
        ArrayPool<float>.Shared.Return(_files);
    }

    private void ScoreDense(IndexContents contents, ReadOnlySpan<float> vector, bool[]? allowed)
    {
        Span<float> units = Dense;
        HasDense = contents.Vectors is not null && vector.ContainsAnyExcept(0f);
        if (!HasDense)
        {
            units.Fill(float.NegativeInfinity);
            FileDense.Fill(SoftSum.Nothing);
            return;
        }

        float[] rented = ArrayPool<float>.Shared.Rent(contents.RowUnits.Length);
        Span<float> rows = rented.AsSpan(0, contents.RowUnits.Length);
        contents.Vectors!.Score(vector, rows);
        contents.RowRuns.MaxPerUnit(rows, units);
        ArrayPool<float>.Shared.Return(rented);
        for (int unit = 0; allowed is not null && unit < units.Length; unit++)
        {
            units[unit] = allowed[unit] ? units[unit] : float.NegativeInfinity;
        }

        SoftSum.OfFiles(units, LargestDense.Largest, contents.FileStarts, FusionWeights.DenseTemperature, FileDense);
    }

    private void ScoreLexical(IndexContents contents, LexicalQuery query, bool[]? allowed)
    {
        Span<float> units = Lexical;
        contents.Lexical.Score(query.Words, units);
        for (int unit = 0; allowed is not null && unit < units.Length; unit++)
        {
            units[unit] = allowed[unit] ? units[unit] : 0;
        }

        LexicalMaximum = Math.Max(LargestScores.First(units), 0);
        float scale = LexicalMaximum > 0 ? 1 / LexicalMaximum : 0;
        Span<Vector<float>> blocks = MemoryMarshal.Cast<float, Vector<float>>(units);
        foreach (ref Vector<float> block in blocks)
        {
            block = Vector.ConditionalSelect(Vector.GreaterThan(block, Vector<float>.Zero), block * scale, new Vector<float>(float.NegativeInfinity));
        }

        foreach (ref float score in units[(blocks.Length * Vector<float>.Count)..])
        {
            score = score > 0 ? score * scale : float.NegativeInfinity;
        }

        SoftSum.OfFiles(units, LargestLexical.Largest, contents.FileStarts, FusionWeights.LexicalTemperature, FileLexical);
    }
}
