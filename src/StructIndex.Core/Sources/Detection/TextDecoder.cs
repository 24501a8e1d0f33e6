using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace StructIndex;

/// <summary>Turns the bytes of a file into text.</summary>
internal static class TextDecoder
{
    /// <summary>How far git looks for a NUL before it takes a file for text (<c>buffer_is_binary</c> in its xdiff-interface.c).</summary>
    private const int BinaryProbeBytes = 8000;

    /// <summary>
    /// The text: by the byte-order mark where there is one (UTF-8, UTF-16, UTF-32), as UTF-8 otherwise. What cannot be decoded becomes
    /// U+FFFD. Null when the bytes are binary: no mark, and a NUL near the start.
    /// </summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="guess">What was assumed, as a sentence, where the bytes do not say what they are; otherwise null.</param>
    public static string? Decode(ReadOnlySpan<byte> bytes, out string? guess)
    {
        guess = null;
        if (EncodingOf(bytes, out int markLength) is { } encoding)
        {
            return encoding.GetString(bytes[markLength..]);
        }

        if (bytes[..Math.Min(bytes.Length, BinaryProbeBytes)].Contains((byte)0))
        {
            return null;
        }

        guess = Utf8.IsValid(bytes) ? null : "The bytes are not UTF-8, and nothing says their encoding; what cannot be decoded is left out.";
        return Encoding.UTF8.GetString(bytes);
    }

    private static Encoding? EncodingOf(ReadOnlySpan<byte> bytes, out int markLength)
    {
        // UTF-32 first: its little-endian mark begins with UTF-16's.
        markLength = 4;
        uint first = bytes.Length >= 4 ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : 0;
        switch (first)
        {
            case 0xFFFE0000:
                return Encoding.UTF32;
            case 0x0000FEFF:
                return new UTF32Encoding(bigEndian: true, byteOrderMark: true);
        }

        markLength = 2;
        switch (bytes)
        {
            case [0xFF, 0xFE, ..]:
                return Encoding.Unicode;
            case [0xFE, 0xFF, ..]:
                return Encoding.BigEndianUnicode;
        }

        markLength = 3;
        return bytes is [0xEF, 0xBB, 0xBF, ..] ? Encoding.UTF8 : null;
    }
}
