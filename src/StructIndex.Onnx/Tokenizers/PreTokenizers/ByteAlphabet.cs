namespace StructIndex;

/// <summary>
/// GPT-2's printable character for each byte: itself where it is printable in Latin-1, else the next free one from U+0100 on.
/// </summary>
internal static class ByteAlphabet
{
    private static readonly Dictionary<char, byte> s_bytes;

    static ByteAlphabet()
    {
        int next = 0x100;
        for (int b = 0; b < 256; b++)
        {
            bool printable = b is (>= '!' and <= '~') or (>= 0xA1 and <= 0xAC) or >= 0xAE;
            Characters[b] = printable ? (char)b : (char)next++;
        }

        s_bytes = Enumerable.Range(0, 256).ToDictionary(b => Characters[b], b => (byte)b);
    }

    public static char[] Characters { get; } = new char[256];

    /// <summary>The byte that a character stands for.</summary>
    public static bool TryByte(char c, out byte b) => s_bytes.TryGetValue(c, out b);
}
