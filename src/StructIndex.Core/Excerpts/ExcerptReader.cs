using System.Buffers.Binary;
using System.Text;

namespace StructIndex;

/// <summary>Reads the numbers and texts that a <see cref="BinaryWriter"/> wrote, without a copy of what is passed over.</summary>
internal ref struct ExcerptReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>How many bytes are left.</summary>
    public readonly int Left => _rest.Length;

    /// <summary>Reads a byte.</summary>
    public byte ReadByte() => ReadBytes(1)[0];

    /// <summary>Reads a number in groups of seven bits.</summary>
    public int ReadNumber()
    {
        int number = 0, at = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = _rest[at++];
            number |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                break;
            }
        }

        _rest = _rest[at..];
        return number;
    }

    /// <summary>Reads a single.</summary>
    public float ReadSingle() => BinaryPrimitives.ReadSingleLittleEndian(ReadBytes(sizeof(float)));

    /// <summary>Reads a text.</summary>
    public string ReadText() => Encoding.UTF8.GetString(ReadBytes(ReadNumber()));

    /// <summary>Reads some bytes.</summary>
    public ReadOnlySpan<byte> ReadBytes(int length)
    {
        ReadOnlySpan<byte> read = _rest[..length];
        _rest = _rest[length..];
        return read;
    }
}
