using System.Numerics;
using System.Runtime.InteropServices;

namespace StructIndex;

/// <summary>CRC-32C (Castagnoli) over bytes as they come; finds every damage of up to 32 bits in a row.</summary>
internal static class Checksum
{
    /// <summary>The checksum of nothing.</summary>
    public const uint Start = 0;

    /// <summary>The checksum after further bytes; how they are divided over calls does not matter.</summary>
    public static uint Append(uint checksum, ReadOnlySpan<byte> bytes)
    {
        uint state = ~checksum;
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (ulong word in words)
        {
            state = BitOperations.Crc32C(state, word);
        }

        foreach (byte last in bytes[(words.Length * sizeof(ulong))..])
        {
            state = BitOperations.Crc32C(state, last);
        }

        return ~state;
    }
}
