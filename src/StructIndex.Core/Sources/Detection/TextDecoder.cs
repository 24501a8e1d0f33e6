using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace StructIndex;

/// <summary>Turns the bytes of a file into text.</summary>
internal static class TextDecoder
{
    /// <summary>How far git looks for a NUL before it takes a file for text (<c>buffer_is_binary</c> in its xdiff-interface.c).</summary>
    private const int BinaryProbeBytes = 8000;

    /// <summary>Characters from which on a text may be UTF-16 without a mark, and the share of them that must be ASCII.</summary>
    private const int MinWidePairs = 4;

    /// <inheritdoc cref="MinWidePairs"/>
    private const double MinWideShare = 0.7;

    /// <summary>
    /// The text: by the byte-order mark where there is one (UTF-8, UTF-16, UTF-32), else as UTF-16 where every other byte is zero, as UTF-8
    /// where it is that, by what the text says of itself or is stated beside it, and at last by the encoding before UTF-8 that its bytes look like. What cannot be
    /// decoded becomes U+FFFD. Null when the bytes are binary: none of these, and a NUL near the start.
    /// </summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="guess">What was assumed, as a sentence, where the bytes do not say what they are; otherwise null.</param>
    /// <param name="stated">The encoding that is stated beside the file, asked for where the bytes are neither marked nor UTF-8; null for none.</param>
    public static string? Decode(ReadOnlySpan<byte> bytes, out string? guess, Func<StatedEncoding>? stated = null)
    {
        guess = null;
        if (EncodingOf(bytes, out int markLength) is { } encoding)
        {
            return encoding.GetString(bytes[markLength..]);
        }

        ReadOnlySpan<byte> probe = bytes[..Math.Min(bytes.Length, BinaryProbeBytes)];
        if (probe.Contains((byte)0))
        {
            Encoding? wide = Wide(probe);
            bool isStated = wide is not null && stated?.Invoke().Encoding?.CodePage == wide.CodePage;
            guess = wide is null || isStated ? null : $"The text is read as {wide.WebName}: every other byte is zero, and there is no byte-order mark.";
            return wide?.GetString(bytes);
        }

        if (Utf8.IsValid(bytes))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        string? name = DeclaredEncoding.NameIn(bytes);
        Encoding? declared = name is null ? null : LegacyEncodings.Named(name);
        if (declared is not (null or UTF8Encoding or UnicodeEncoding or UTF32Encoding))
        {
            return declared.GetString(bytes);
        }

        StatedEncoding beside = stated?.Invoke() ?? default;
        if (beside.Encoding is { IsSingleByte: true })
        {
            return beside.Encoding.GetString(bytes);
        }

        (Encoding Encoding, string Name)? legacy = LegacyEncodings.Detect(bytes);
        string said = name is null ? "nothing says their encoding" : declared is UTF8Encoding ? "the text says that it is" : $"the encoding that the text names, '{name}', is {(declared is null ? "not known" : "not one in which it could be read")}";
        string read = legacy is null ? "what cannot be decoded is left out" : $"the text is read as {legacy.Value.Name}, which they look like";
        guess = $"The bytes are not UTF-8, and {said}; {read}.{(beside.Problem is null ? "" : " " + beside.Problem)}";
        return (legacy?.Encoding ?? Encoding.UTF8).GetString(bytes);
    }

    /// <summary>UTF-16, where the text is plain: most of it ASCII, of which every other byte is zero.</summary>
    private static Encoding? Wide(ReadOnlySpan<byte> probe)
    {
        int even = 0, odd = 0, pairs = probe.Length / 2;
        for (int at = 0; at + 1 < probe.Length; at += 2)
        {
            even += probe[at] == 0 ? 1 : 0;
            odd += probe[at + 1] == 0 ? 1 : 0;
        }

        return pairs < MinWidePairs ? null
            : even == 0 && odd >= MinWideShare * pairs ? Encoding.Unicode
            : odd == 0 && even >= MinWideShare * pairs ? Encoding.BigEndianUnicode
            : null;
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
