namespace StructIndex;

/// <summary>
/// Whole numbers in groups of seven bits, the lowest first, a set high bit before each further group: one below 128 takes a byte, and each has one form.
/// Columns are saved as differences, which are small.
/// </summary>
internal static class PackedNumbers
{
    /// <summary>Most bytes of a number.</summary>
    public const int MaxLength = 5;

    private const int GroupBits = 7;
    private const uint More = 1 << GroupBits;
    private const uint LastGroup = uint.MaxValue >> (GroupBits * (MaxLength - 1));

    /// <summary>Bytes of a number.</summary>
    public static int LengthOf(uint number)
    {
        int length = 1;
        for (; number >= More; number >>= GroupBits)
        {
            length++;
        }

        return length;
    }

    /// <summary>Writes a number and says how many bytes it took.</summary>
    public static int Write(Span<byte> to, uint number)
    {
        int at = 0;
        for (; number >= More; number >>= GroupBits)
        {
            to[at++] = (byte)(number | More);
        }

        to[at++] = (byte)number;
        return at;
    }

    /// <summary>Reads numbers.</summary>
    /// <param name="bytes">The bytes of all of them.</param>
    /// <returns>The numbers, those of 2^31 or more as negative ones; null where the bytes are not what <see cref="Write"/> gives.</returns>
    public static int[]? Read(ReadOnlySpan<byte> bytes)
    {
        int count = 0;
        foreach (byte group in bytes)
        {
            count += group < More ? 1 : 0;
        }

        int[] numbers = new int[count];
        int at = 0;
        foreach (ref int number in numbers.AsSpan())
        {
            uint value = 0, group = More;
            for (int bits = 0; group >= More; bits += GroupBits)
            {
                group = bytes[at++];
                if ((bits == GroupBits * (MaxLength - 1) && group > LastGroup) || (bits > 0 && group == 0))
                {
                    return null;
                }

                value |= (group & (More - 1)) << bits;
            }

            number = (int)value;
        }

        // A group that says there is more is not the last.
        return at == bytes.Length ? numbers : null;
    }

    /// <summary>A difference of either sign as a number: small where it is near 0.</summary>
    public static uint OfDifference(int difference) => (uint)((difference << 1) ^ (difference >> 31));

    /// <summary>The difference that gave a number.</summary>
    public static int ToDifference(int number) => (int)((uint)number >> 1) ^ -(number & 1);
}
