using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace StructIndex;

/// <summary>
/// The file that holds a static model. Little-endian, nothing compressed, so that the table can be used where it lies:
/// <code>
/// 0   8 bytes   magic "SIWORDS\0"
/// 8 uint32 version: that of the tokenizer that the model was trained with, 1 or 2 (see CodeTokenizer); 3 is tokenizer 2 with scales by
/// field
/// 12  uint32    rows
/// 16  uint32    dimensions
/// 20  uint32    bytes of the model's name
/// 24  6 float32 field weights: name, container, path, signature, documentation, body
/// 48  uint32    bytes of the words
/// 52            zeros up to 64, then
///     name      UTF-8
///     lengths   one byte a word (1 to 24)
///     words     lower-case UTF-8, one after another, by falling count
///     padding   zeros up to a multiple of 4
///     counts    uint32 a row
///     scales    float32 a row; in version 3 seven times: name, container, path, signature, documentation, body, query
///     padding   zeros up to a multiple of 64
///     table     rows x dimensions signed bytes; row r of the model, in a field, is table[r] x scale[r] of the field
/// </code>
/// </summary>
internal static class StaticEmbeddingFile
{
    public const int HeaderBytes = 64;
    private const int MaxDimensions = 4096;
    private const uint FieldScalesVersion = 3;
    private const int ScalesByField = (int)UnitField.Query + 1;
    private const int MaxNameBytes = 256;

    public static ReadOnlySpan<byte> Magic => "SIWORDS\0"u8;

    /// <summary>Writes a model.</summary>
    /// <exception cref="ArgumentException">
    /// The parts do not fit each other, a word is none that the tokenizer gives, or a scale is not finite.
    /// </exception>
    public static void Write(
        Stream to,
        string name,
        IReadOnlyList<string> words,
        ReadOnlySpan<uint> counts,
        ReadOnlySpan<float> scales,
        ReadOnlySpan<sbyte> table,
        FieldWeights weights,
        uint tokenizer = CodeTokenizer.Version)
    {
        int rows = words.Count;
        int dimensions = rows == 0 ? 0 : table.Length / rows;
        if (rows == 0 || dimensions is 0 or > MaxDimensions || table.Length != rows * dimensions || counts.Length != rows || (scales.Length != rows && scales.Length != ScalesByField * rows))
        {
            throw new ArgumentException("Words, counts, scales and table must have the same number of rows.", nameof(words));
        }

        byte[] nameBytes = Encoding.UTF8.GetBytes(name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(nameBytes.Length, MaxNameBytes, nameof(name));
        using MemoryStream head = new();
        using BinaryWriter writer = new(head);
        writer.Write(Magic);
        writer.Write(scales.Length == rows ? tokenizer : FieldScalesVersion);
        writer.Write(rows);
        writer.Write(dimensions);
        writer.Write(nameBytes.Length);
        foreach (float weight in (ReadOnlySpan<float>)[weights.Name, weights.Container, weights.Path, weights.Signature, weights.Documentation, weights.Body])
        {
            writer.Write(weight);
        }

        byte[][] wordBytes = [.. words.Select(Encoding.UTF8.GetBytes)];
        writer.Write(wordBytes.Sum(w => w.Length));
        Pad(writer, HeaderBytes);
        writer.Write(nameBytes);
        for (int row = 0; row < rows; row++)
        {
            bool fits = Token.TryParse(words[row], tokenizer) is Token token && token.ToString() == words[row];
            writer.Write(fits ? (byte)wordBytes[row].Length : throw new ArgumentException($"'{words[row]}' is not a word of this format.", nameof(words)));
        }

        foreach (byte[] word in wordBytes)
        {
            writer.Write(word);
        }

        Pad(writer, 4);
        foreach (uint count in counts)
        {
            writer.Write(count);
        }

        foreach (float scale in scales)
        {
            writer.Write(float.IsFinite(scale) ? scale : throw new ArgumentException("A scale is not finite.", nameof(scales)));
        }

        Pad(writer, HeaderBytes);
        writer.Flush();
        head.WriteTo(to);
        to.Write(MemoryMarshal.AsBytes(table));
    }

    /// <summary>Takes a model's parts out of its bytes; the table stays where it is.</summary>
    /// <exception cref="StructIndexException">The bytes are no such file, of another version, cut short or damaged.</exception>
    public static StaticEmbeddingParts Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderBytes || !file.StartsWith(Magic))
        {
            throw new StructIndexException("This is not a static embedding model.");
        }

        uint version = U32(file, 8);
        if (version is 0 or > FieldScalesVersion)
        {
            throw new StructIndexException($"The static embedding model has format version {version}; this library reads versions 1 to {FieldScalesVersion}.");
        }

        uint rows = U32(file, 12), dimensions = U32(file, 16), nameBytes = U32(file, 20), wordBytes = U32(file, 48);
        long lengthsAt = HeaderBytes + (long)nameBytes;
        long countsAt = RoundUp(lengthsAt + rows + wordBytes, 4);
        long scales = (version == FieldScalesVersion ? ScalesByField : 1) * (long)rows;
        long tableAt = RoundUp(countsAt + (4L * rows) + (4 * scales), HeaderBytes);
        if (rows == 0 || dimensions is 0 or > MaxDimensions || nameBytes > MaxNameBytes || tableAt + ((long)rows * dimensions) != file.Length)
        {
            throw new StructIndexException("The static embedding model is cut short or damaged: its parts do not add up to its length.");
        }

        float[] weights = MemoryMarshal.Cast<byte, float>(file.Slice(24, 24)).ToArray();
        float[] scaleOfRows = MemoryMarshal.Cast<byte, float>(file.Slice((int)countsAt + (4 * (int)rows), 4 * (int)scales)).ToArray();
        if (weights.Concat(scaleOfRows).Any(x => !float.IsFinite(x)))
        {
            throw new StructIndexException("The static embedding model is damaged: a weight or scale is not finite.");
        }

        return new StaticEmbeddingParts(
            Encoding.UTF8.GetString(file.Slice(HeaderBytes, (int)nameBytes)),
            Math.Min(version, CodeTokenizer.Version),
            (int)dimensions,
            new FieldWeights(weights[0], weights[1], weights[2], weights[3], weights[4], weights[5]),
            Words(file.Slice((int)lengthsAt, (int)rows), file.Slice((int)lengthsAt + (int)rows, (int)wordBytes)),
            MemoryMarshal.Cast<byte, uint>(file.Slice((int)countsAt, 4 * (int)rows)).ToArray(),
            scaleOfRows,
            (int)tableAt);
    }

    private static Token[] Words(ReadOnlySpan<byte> lengths, ReadOnlySpan<byte> words)
    {
        Token[] tokens = new Token[lengths.Length];
        for (int row = 0; row < tokens.Length; row++)
        {
            int length = lengths[row];
            if (length is 0 or > Token.MaxLength || length > words.Length)
            {
                throw new StructIndexException("The static embedding model is damaged: a word has an impossible length.");
            }

            tokens[row] = Token.From(words[..length]);
            words = words[length..];
        }

        return tokens;
    }

    private static uint U32(ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadUInt32LittleEndian(file[at..]);

    private static long RoundUp(long value, int to) => (value + to - 1) / to * to;

    private static void Pad(BinaryWriter writer, int to)
    {
        writer.Flush();
        writer.Write(new byte[RoundUp(writer.BaseStream.Length, to) - writer.BaseStream.Length]);
    }
}
