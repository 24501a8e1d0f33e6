using System.Collections.Concurrent;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace StructIndex;

/// <summary>
/// A static embedding made for code: a vector for each word, pooled with learned weights over the fields of a unit.
/// It needs no accelerator and embeds tens of thousands of units a second on one core. Immutable and thread-safe; share one instance.
/// </summary>
/// <remarks>
/// Tokens are runs of letters or digits, split at changes of case, lower-cased; Latin letters lose their marks. Words outside the
/// vocabulary are split into words inside it. The vector of a field is the sum of its words' vectors, each weighing 1 + ln of its
/// occurrences, divided by the root of the weights' squares; the vector of a unit is the weighted sum of its fields' vectors, divided by
/// its length.
/// </remarks>
public sealed unsafe class StaticEmbeddingModel
{
    private static readonly UnitField[] s_fields = [UnitField.Name, UnitField.Container, UnitField.Path, UnitField.Signature, UnitField.Documentation, UnitField.Body];

    // The commonest words make up e^-4 of a text, about one word in fifty.
    private const double CommonestRarity = 4;

    private readonly sbyte* _table;
    private readonly float[] _scales;
    private readonly int _scaleStride;
    private readonly object _owner;
    private readonly ConcurrentBag<FieldPooler> _poolers = [];
    private readonly Lazy<string> _id;
    private readonly Lazy<float[]> _rowLengths;
    private readonly Lazy<NearestWords> _nearest;

    private StaticEmbeddingModel(byte* file, long length, object owner)
    {
        if (length > int.MaxValue)
        {
            throw new StructIndexException("The static embedding model is larger than 2 GB.");
        }

        StaticEmbeddingParts parts = StaticEmbeddingFile.Read(new ReadOnlySpan<byte>(file, (int)length));
        _owner = owner;
        _table = (sbyte*)file + parts.TableOffset;
        _scales = parts.Scales;
        Name = parts.Name;
        Dimensions = parts.Dimensions;
        Weights = parts.Weights;
        TokenizerVersion = parts.Tokenizer;
        Vocabulary = new Vocabulary(parts.Words, parts.Counts);
        _scaleStride = _scales.Length > Vocabulary.Count ? Vocabulary.Count : 0;
        Segmenter = new WordSegmenter(Vocabulary);
        _id = new Lazy<string>(() => $"{Name}-{Convert.ToHexStringLower(SHA256.HashData(new ReadOnlySpan<byte>(file, (int)length)).AsSpan(0, 8))}");
        _rowLengths = new Lazy<float[]>(MeasureRows);
        _nearest = new Lazy<NearestWords>(() => new NearestWords(this));
    }

    /// <summary>Name of the model, for people.</summary>
    public string Name { get; }

    /// <summary>
    /// Identity of the model: its name and a hash of its content. An index remembers it and refuses vectors of another model.
    /// </summary>
    public string ModelId => _id.Value;

    /// <summary>Number of components of a vector.</summary>
    public int Dimensions { get; }

    /// <summary>Weights of the fields in a unit's vector.</summary>
    public FieldWeights Weights { get; }

    /// <summary>Version of the tokenizer that the model was trained with.</summary>
    internal uint TokenizerVersion { get; }

    internal Vocabulary Vocabulary { get; }

    internal WordSegmenter Segmenter { get; }

    /// <summary>
    /// Reads a model. A stream over memory, such as an embedded resource, is used in place and never disposed; any other is read to its
    /// end.
    /// </summary>
    /// <param name="stream">The file, from its current position.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="StructIndexException">The file is no static model, of another version, cut short or damaged.</exception>
    public static StaticEmbeddingModel Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (stream is UnmanagedMemoryStream memory)
        {
            return new StaticEmbeddingModel(memory.PositionPointer, memory.Length - memory.Position, memory);
        }

        using MemoryStream copy = new();
        stream.CopyTo(copy);
        byte[] bytes = GC.AllocateUninitializedArray<byte>((int)copy.Length, pinned: true);
        copy.GetBuffer().AsSpan(0, bytes.Length).CopyTo(bytes);
        fixed (byte* at = bytes)
        {
            return new StaticEmbeddingModel(at, bytes.Length, bytes);
        }
    }

    /// <summary>Reads a model from a file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="StructIndexException">The file is no static model, of another version, cut short or damaged.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static StaticEmbeddingModel Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream file = File.OpenRead(path);
        return Load(file);
    }

    /// <summary>Embeds a unit from its fields.</summary>
    /// <param name="fields">
    /// The fields; null strings count as empty. Of the name 24 tokens count, of signature and documentation the first 60, of container and
    /// path the last 12, of the body the first 300.
    /// </param>
    /// <param name="vector">Receives a vector of length 1, or zeros when no field has a known word.</param>
    /// <exception cref="ArgumentException"><paramref name="vector"/> has not <see cref="Dimensions"/> components.</exception>
    public void Embed(in UnitFields fields, Span<float> vector) => Embed(fields, fields.Body, vector);

    /// <summary>Embeds a question or any other plain text.</summary>
    /// <param name="text">The text, of which the first 60 tokens count.</param>
    /// <param name="vector">Receives a vector of length 1, or zeros when the text has no known word.</param>
    /// <exception cref="ArgumentException"><paramref name="vector"/> has not <see cref="Dimensions"/> components.</exception>
    public void EmbedQuery(ReadOnlySpan<char> text, Span<float> vector)
    {
        CheckDimensions(vector);
        vector.Clear();
        FieldPooler pooler = Rent();
        pooler.Words.TakeQuery(text);
        pooler.AddField(UnitField.Query, 1, vector);
        _poolers.Add(pooler);
        Normalize(vector);
    }

    /// <summary>
    /// At most 5 words that the model places nearest to a word, with cosine .5 or more, nearest first. Rare words are left out: training
    /// saw too little of them.
    /// </summary>
    /// <param name="word">One word, in any case.</param>
    /// <returns>
    /// The words and the squares of their cosines; empty when the word is unknown or rare. The first call for a word takes about half a
    /// millisecond, further ones nothing.
    /// </returns>
    internal IReadOnlyList<WordNeighbour> NearestWords(string word) =>
        Token.TryParse(word, TokenizerVersion) is Token token ? _nearest.Value.Of(Vocabulary.Find(token)) : [];

    /// <summary>Makes what the first call of <see cref="NearestWords"/> needs.</summary>
    internal void PrepareNearestWords() => _ = _nearest.Value;

    /// <summary>
    /// How rare a word is in code and its documentation at large: from .25 for the commonest to 9 for a word that training never saw.
    /// </summary>
    internal double Rarity(ReadOnlySpan<char> word)
    {
        return Rarity(Token.TryParse(word, TokenizerVersion) is { } token ? Vocabulary.Find(token) : -1);
    }

    /// <summary>The same of a row; -1 for a word that training never saw.</summary>
    internal double Rarity(int row) => Math.Clamp(Math.Log(Vocabulary.TotalCount / (1.0 + (row < 0 ? 0 : Vocabulary.CountOf(row)))) - CommonestRarity, .25, 9);

    /// <summary>The vocabulary rows of a unit's words, each once: of all fields as they are pooled.</summary>
    internal int[] RowsOf(in UnitFields fields) => RowsOf(fields, fields.Body);

    /// <summary>The same with a body that is kept elsewhere.</summary>
    internal int[] RowsOf(in UnitFields fields, ReadOnlySpan<char> body)
    {
        HashSet<int> rows = [];
        FieldPooler pooler = Rent();
        foreach (UnitField field in s_fields)
        {
            pooler.Words.Take(field, fields, body);
            pooler.AddRows(rows);
        }

        _poolers.Add(pooler);
        return [.. rows];
    }

    /// <summary>The vocabulary rows of a question's words, each once.</summary>
    internal int[] RowsOf(ReadOnlySpan<char> question)
    {
        HashSet<int> rows = [];
        FieldPooler pooler = Rent();
        pooler.Words.TakeQuery(question);
        pooler.AddRows(rows);
        _poolers.Add(pooler);
        return [.. rows];
    }

    /// <summary>The length of each row's bytes, by which their products become cosines.</summary>
    internal float[] RowLengths => _rowLengths.Value;

    /// <summary>Embeds a unit with another body, for one piece of a long unit.</summary>
    internal void Embed(in UnitFields fields, ReadOnlySpan<char> body, Span<float> vector) => Embed(fields, body, Weights, vector);

    /// <summary>The same with other field weights, for choosing them.</summary>
    internal void Embed(in UnitFields fields, ReadOnlySpan<char> body, FieldWeights weights, Span<float> vector)
    {
        CheckDimensions(vector);
        vector.Clear();
        FieldPooler pooler = Rent();
        foreach (UnitField field in s_fields)
        {
            pooler.Words.Take(field, fields, body);
            pooler.AddField(field, WeightOf(field, weights), vector);
        }

        _poolers.Add(pooler);
        Normalize(vector);
    }

    /// <summary>Whether a word has a scale for each field and for the query, in place of one for all.</summary>
    internal bool HasFieldScales => _scaleStride > 0;

    /// <summary>What the bytes of a row are multiplied by in a field.</summary>
    internal float ScaleOf(int row, UnitField field) => _scales[((int)field * _scaleStride) + row];

    /// <summary>Adds a word's vector, as it is in a field, to a sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void AddRow(int row, UnitField field, float weight, float* sum) =>
        VectorKernels.AddScaled(RowAt(row), weight * ScaleOf(row, field), sum, Dimensions);

    internal sbyte* RowAt(int row) => _table + ((nint)row * Dimensions);

    /// <summary>Copies the bytes of a row as the products of bytes with words want them.</summary>
    internal void Widen(int row, Span<short> wide)
    {
        sbyte* values = RowAt(row);
        for (int i = 0; i < wide.Length; i++)
        {
            wide[i] = values[i];
        }
    }

    private float[] MeasureRows()
    {
        float[] lengths = new float[Vocabulary.Count];
        short[] wide = new short[Dimensions];
        fixed (short* at = wide)
        {
            for (int row = 0; row < lengths.Length; row++)
            {
                Widen(row, wide);
                lengths[row] = MathF.Sqrt(VectorKernels.Dot(RowAt(row), at, wide.Length));
            }
        }

        return lengths;
    }

    private static void Normalize(Span<float> vector)
    {
        float length = TensorPrimitives.Norm<float>(vector);
        if (length > 0)
        {
            TensorPrimitives.Divide(vector, length, vector);
        }
    }

    private static float WeightOf(UnitField field, in FieldWeights weights) => field switch
    {
        UnitField.Name => weights.Name,
        UnitField.Container => weights.Container,
        UnitField.Path => weights.Path,
        UnitField.Signature => weights.Signature,
        UnitField.Documentation => weights.Documentation,
        _ => weights.Body,
    };

    private FieldPooler Rent() => _poolers.TryTake(out FieldPooler? pooler) ? pooler : new FieldPooler(this);

    private void CheckDimensions(ReadOnlySpan<float> vector)
    {
        if (vector.Length != Dimensions)
        {
            throw new ArgumentException($"The vector has {vector.Length} components; the model has {Dimensions}.", nameof(vector));
        }
    }
}
