using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Text;

namespace StructIndex;

/// <summary>
/// Writes an index as one record a file, of which any some make an <see cref="Excerpt"/>. The bytes of a file depend on its own content and on what others say of it
/// (who uses it, what its folder is called), so an edit elsewhere leaves those of most files as they were.
/// </summary>
/// <param name="contents">The index.</param>
/// <param name="traits">What is known of its files.</param>
internal sealed class ExcerptWriter(IndexContents contents, FileTraits traits)
{
    private readonly LexicalCounter _counter = new();
    private readonly TermLists _neighbours = traits.Neighbours.OfUnits(contents.Units.Count);
    private readonly IndexLists _rows = new(contents.FileCount, Array.ConvertAll(contents.RowUnits, unit => traits.FileOf[unit]));
    private readonly long[] _totals = new long[LexicalWeights.FieldCount];
    private readonly int[] _counts = new int[LexicalWeights.FieldCount];
    private int[] _numbers = [];

    /// <summary>The average length of each field over the units of all files written so far.</summary>
    public float[] FieldLengths => [.. _totals.Zip(_counts, LexicalIndexBuilder.AverageOf)];

    /// <summary>The record of a file.</summary>
    public byte[] Write(int file)
    {
        (int start, int end) = (contents.FileStarts[file], contents.FileStarts[file + 1]);
        MemoryStream stream = new();
        using BinaryWriter writer = new(stream, Encoding.UTF8);
        writer.Write7BitEncodedInt(Excerpt.Version);
        writer.Write(contents.PathOf(file));
        writer.Write(contents.Units[start].Language);
        writer.Write7BitEncodedInt(end - start);
        for (int unit = start; unit < end; unit++)
        {
            WriteUnit(writer, contents.Units[unit]);
        }

        foreach (float feature in traits.Fixed.Of(file))
        {
            writer.Write(feature);
        }

        string[] ownName = [.. traits.OwnNameTerms[file].ToArray().Select(TextOf)];
        writer.Write7BitEncodedInt(ownName.Length);
        foreach (string term in ownName)
        {
            writer.Write(term);
        }

        WriteWords(writer, start, end);
        WriteRows(writer, file, start);
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>The average vector of a file's units, of any length; empty without vectors.</summary>
    public float[] VectorOf(int file)
    {
        if (contents.Vectors is not { } store)
        {
            return [];
        }

        float[] sum = new float[store.Dimensions], row = new float[store.Dimensions];
        foreach (int at in _rows.Of(file))
        {
            store.CopyRow(at, row);
            TensorPrimitives.Add(sum, row, sum);
        }

        TensorPrimitives.Divide(sum, Math.Max(_rows.Of(file).Length, 1), sum);
        return sum;
    }

    private static void WriteUnit(BinaryWriter writer, CodeUnit unit)
    {
        foreach (string text in (ReadOnlySpan<string>)[unit.Id, unit.Name, unit.Container, unit.Signature, unit.Documentation, unit.Body])
        {
            writer.Write(text);
        }

        writer.Write((byte)unit.Kind);
        writer.Write((byte)unit.Role);
        writer.Write((byte)(unit.IsPublic switch { null => 2, true => 1, false => 0 }));
        writer.Write7BitEncodedInt(unit.Lines.Start);
        writer.Write7BitEncodedInt(unit.Lines.End);
        writer.Write7BitEncodedInt(unit.Attributes.Count);
        foreach (string attribute in unit.Attributes)
        {
            writer.Write(attribute);
        }

        writer.Write7BitEncodedInt(unit.Pieces.Count);
        foreach (SourceSpan piece in unit.Pieces)
        {
            writer.Write7BitEncodedInt(piece.Start);
            writer.Write7BitEncodedInt(piece.End);
        }
    }

    // Terms are written once a file, and elsewhere stand for their places.
    private void WriteWords(BinaryWriter writer, int start, int end)
    {
        LexicalChunk chunk = _counter.Count(start, end, unit => UnitFields.Of(contents.Units[unit]), CancellationToken.None);
        for (int i = 0; i < chunk.Lengths.Length; i++)
        {
            _totals[i % _totals.Length] += chunk.Lengths[i];
            _counts[i % _counts.Length] += chunk.Lengths[i] > 0 ? 1 : 0;
        }

        Dictionary<string, int> places = new(StringComparer.Ordinal);
        Array.Resize(ref _numbers, Math.Max(_numbers.Length, _counter.Terms.Count));
        foreach (ref readonly LexicalEntry entry in chunk.Entries.AsSpan())
        {
            _numbers[entry.Term] = PlaceOf(_counter.Terms[entry.Term]);
        }

        int[][] neighbours = [.. Enumerable.Range(start, end - start).Select(unit => _neighbours[unit].ToArray().Select(term => PlaceOf(TextOf(term))).ToArray())];
        writer.Write7BitEncodedInt(places.Count);
        foreach (string term in places.Keys)
        {
            writer.Write(term);
        }

        foreach (int[] ofUnit in neighbours)
        {
            writer.Write7BitEncodedInt(ofUnit.Length);
            foreach (int place in ofUnit)
            {
                writer.Write7BitEncodedInt(place);
            }
        }

        byte[] counts = CountBytes.Of(chunk, _numbers);
        writer.Write7BitEncodedInt(counts.Length);
        writer.Write(counts);

        int PlaceOf(string term)
        {
            if (!places.TryGetValue(term, out int place))
            {
                places.Add(term, place = places.Count);
            }

            return place;
        }
    }

    private string TextOf(int term) => contents.Lexical.Terms[term].ToString();

    private void WriteRows(BinaryWriter writer, int file, int start)
    {
        ReadOnlySpan<int> rows = _rows.Of(file);
        writer.Write7BitEncodedInt(rows.Length);
        foreach (int row in rows)
        {
            writer.Write7BitEncodedInt(contents.RowUnits[row] - start);
        }

        foreach (int row in rows)
        {
            VectorStore store = contents.Vectors!;
            int at = row * store.Dimensions;
            if (store.Precision == VectorPrecision.Int8)
            {
                writer.Write(store.Scales.Span[row]);
                writer.Write(MemoryMarshal.AsBytes(store.Bytes.Span.Slice(at, store.Dimensions)));
            }
            else
            {
                writer.Write(MemoryMarshal.AsBytes(store.Floats.Span.Slice(at, store.Dimensions)));
            }
        }
    }
}
