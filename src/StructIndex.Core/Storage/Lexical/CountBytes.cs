using System.Buffers;

namespace StructIndex;

/// <summary>
/// The counted terms of a file's units in few bytes, numbers in groups of seven bits. For each unit: the lengths of its fields, the number
/// of its terms, and for each term its number, the fields that hold it, and how often each does unless all do once.
/// </summary>
internal ref struct CountBytes(ReadOnlySpan<byte> bytes)
{
    private const byte AllOnce = 1 << LexicalWeights.FieldCount;
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>Whether there are no more units.</summary>
    public readonly bool IsAtEnd => _rest.IsEmpty;

    /// <summary>Writes the units of a chunk.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="numbers">For each term of the chunk's counter its number.</param>
    public static byte[] Of(LexicalChunk chunk, ReadOnlySpan<int> numbers)
    {
        ArrayBufferWriter<byte> bytes = new();
        for (int unit = 0, at = 0; unit < chunk.Ends.Length; unit++)
        {
            foreach (int length in chunk.Lengths.AsSpan(unit * LexicalWeights.FieldCount, LexicalWeights.FieldCount))
            {
                Write(bytes, length);
            }

            Write(bytes, chunk.Ends[unit] - at);
            for (; at < chunk.Ends[unit]; at++)
            {
                Write(bytes, numbers[chunk.Entries[at].Term]);
                WriteCounts(bytes, chunk.Entries[at].Counts);
            }
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Reads the lengths of a unit's fields, and gives the number of its terms.</summary>
    public int ReadUnit(scoped Span<int> lengths)
    {
        foreach (ref int length in lengths)
        {
            length = Read();
        }

        return Read();
    }

    /// <summary>Reads a term and how often each field holds it.</summary>
    public int ReadTerm(scoped Span<int> counts)
    {
        int term = Read();
        byte marks = _rest[0];
        _rest = _rest[1..];
        for (int field = 0; field < counts.Length; field++)
        {
            counts[field] = (marks >> field & 1) == 0 ? 0 : (marks & AllOnce) != 0 ? 1 : Read();
        }

        return term;
    }

    private static void WriteCounts(ArrayBufferWriter<byte> bytes, ReadOnlySpan<ushort> counts)
    {
        byte marks = AllOnce;
        for (int field = 0; field < counts.Length; field++)
        {
            marks |= (byte)(counts[field] > 0 ? 1 << field : 0);
            marks &= (byte)(counts[field] > 1 ? ~AllOnce : byte.MaxValue);
        }

        bytes.Write([marks]);
        foreach (ushort count in counts)
        {
            if (count > 0 && (marks & AllOnce) == 0)
            {
                Write(bytes, count);
            }
        }
    }

    private static void Write(ArrayBufferWriter<byte> bytes, int number)
    {
        uint rest = (uint)number;
        Span<byte> to = bytes.GetSpan(5);
        int length = 0;
        for (; rest >= 0x80; rest >>= 7)
        {
            to[length++] = (byte)(rest | 0x80);
        }

        to[length++] = (byte)rest;
        bytes.Advance(length);
    }

    private int Read()
    {
        uint number = 0;
        int at = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = _rest[at++];
            number |= (uint)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                break;
            }
        }

        _rest = _rest[at..];
        return (int)number;
    }
}
