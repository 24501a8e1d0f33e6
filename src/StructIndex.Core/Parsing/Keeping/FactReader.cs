using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace StructIndex;

/// <summary>Reads what <see cref="FactWriter"/> wrote.</summary>
internal sealed class FactReader(Stream stream) : BinaryReader(stream)
{
    private readonly List<string> _texts = [];

    /// <summary>Reads a text.</summary>
    public string? ReadText()
    {
        int number = Read7BitEncodedInt();
        if (number == 1)
        {
            _texts.Add(ReadCharacters());
        }

        return number switch { 0 => null, 1 => _texts[^1], _ => _texts[number - 2] };
    }

    /// <summary>Reads a text that is not null.</summary>
    public string ReadNamed() => ReadText() ?? throw new InvalidDataException("A text is missing.");

    /// <summary>Reads a text that comes once.</summary>
    public string ReadCharacters()
    {
        bool isAscii = ReadBoolean();
        int length = ReadCount(isAscii ? 1 : sizeof(char));
        return isAscii ? Encoding.Latin1.GetString(ReadExact(length)) : new string(MemoryMarshal.Cast<byte, char>(ReadExact(length * sizeof(char))));
    }

    /// <summary>Reads things that follow one another.</summary>
    public T[] ReadList<T>(Func<T> read)
    {
        T[] values = new T[ReadCount(1)];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = read();
        }

        return values;
    }

    /// <summary>Reads an array of plain values.</summary>
    public T[] ReadArray<T>()
        where T : unmanaged
    {
        int length = ReadCount(Unsafe.SizeOf<T>());
        return MemoryMarshal.Cast<byte, T>(ReadExact(length * Unsafe.SizeOf<T>())).ToArray();
    }

    /// <summary>Reads a range of a text.</summary>
    public SourceSpan ReadSpan() => new(ReadInt32(), ReadInt32());

    /// <summary>Reads a failure.</summary>
    public FileFailure ReadFailure() => new(ReadNamed(), (FileFailureKind)Read7BitEncodedInt(), ReadNamed());

    // What is left bounds how many there can be, so a wrong number costs no memory.
    private int ReadCount(int size)
    {
        int count = Read7BitEncodedInt();
        return count >= 0 && (long)count * size <= BaseStream.Length - BaseStream.Position ? count : throw new InvalidDataException($"There cannot be {count} values.");
    }

    private byte[] ReadExact(int length) => ReadBytes(length) is var bytes && bytes.Length == length ? bytes : throw new EndOfStreamException();
}
