using System.Runtime.InteropServices;

namespace StructIndex;

/// <summary>Writes what is known of files; a text that comes again is written once. <see cref="FactReader"/> reads it.</summary>
internal sealed class FactWriter(Stream stream) : BinaryWriter(stream)
{
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);

    /// <summary>Writes a text; null is told from an empty one.</summary>
    public void WriteText(string? text)
    {
        if (text is null)
        {
            Write7BitEncodedInt(0);
        }
        else if (_texts.TryGetValue(text, out int number))
        {
            Write7BitEncodedInt(number);
        }
        else
        {
            _texts[text] = _texts.Count + 2;
            Write7BitEncodedInt(1);
            WriteChars(text);
        }
    }

    /// <summary>Writes a text that comes once, such as that of a file, as it is: a lone surrogate stays one.</summary>
    public void WriteChars(string text)
    {
        bool isAscii = System.Text.Ascii.IsValid(text);
        Write(isAscii);
        Write7BitEncodedInt(text.Length);
        if (isAscii)
        {
            Span<byte> bytes = text.Length <= 1 << 10 ? stackalloc byte[text.Length] : new byte[text.Length];
            System.Text.Ascii.FromUtf16(text, bytes, out _);
            Write(bytes);
        }
        else
        {
            Write(MemoryMarshal.AsBytes<char>(text));
        }
    }

    /// <summary>Writes how many things follow, and each.</summary>
    public void WriteList<T>(IReadOnlyCollection<T> values, Action<T> write)
    {
        Write7BitEncodedInt(values.Count);
        foreach (T value in values)
        {
            write(value);
        }
    }

    /// <summary>Writes an array of plain values as it is in memory.</summary>
    public void WriteArray<T>(T[] values)
        where T : unmanaged
    {
        Write7BitEncodedInt(values.Length);
        Write(MemoryMarshal.AsBytes<T>(values));
    }

    /// <summary>Writes a range of a text.</summary>
    public void Write(SourceSpan span)
    {
        Write(span.Start);
        Write(span.End);
    }

    /// <summary>Writes a failure.</summary>
    public void Write(FileFailure failure)
    {
        WriteText(failure.Path);
        Write7BitEncodedInt((int)failure.Kind);
        WriteText(failure.Message);
    }
}
