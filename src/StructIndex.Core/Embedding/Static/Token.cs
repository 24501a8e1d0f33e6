using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace StructIndex;

/// <summary>
/// A lower-case word of at most 24 bytes of UTF-8, held by value: comparing and hashing take three machine words, and no string is made.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct Token : IEquatable<Token>
{
    /// <summary>Most bytes of a token; what is longer is cut.</summary>
    public const int MaxLength = 24;

    private readonly ulong _first;
    private readonly ulong _second;
    private readonly ulong _third;

    private Token(ulong first, ulong second, ulong third) => (_first, _second, _third) = (first, second, third);

    public int Length => MaxLength - (_third != 0 ? Spare(_third) : _second != 0 ? 8 + Spare(_second) : 16 + Spare(_first));

    public bool IsNumber => char.IsAsciiDigit((char)(byte)_first);

    /// <summary>The token with these bytes; those past the 24th are left out.</summary>
    [SkipLocalsInit]
    public static Token From(ReadOnlySpan<byte> ascii)
    {
        Span<byte> padded = stackalloc byte[MaxLength];
        padded.Clear();
        ascii[..Math.Min(ascii.Length, MaxLength)].CopyTo(padded);
        return new Token(
            MemoryMarshal.Read<ulong>(padded), MemoryMarshal.Read<ulong>(padded[8..]), MemoryMarshal.Read<ulong>(padded[16..]));
    }

    /// <summary>The token of a word; null when the tokenizer does not read it as one word.</summary>
    /// <param name="word">The word, in any case.</param>
    /// <param name="version">Version of the tokenizer.</param>
    public static Token? TryParse(ReadOnlySpan<char> word, uint version = CodeTokenizer.Version)
    {
        CodeTokenizer reader = new(word, version);
        bool one = reader.Read(out Token token) && !reader.Read(out _);
        return one && word.Length <= MaxLength ? token : null;
    }

    /// <summary>Copies the bytes and gives their number; little-endian words keep their order.</summary>
    public int CopyTo(Span<byte> ascii)
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(new ReadOnlySpan<Token>(in this));
        int length = Length;
        bytes[..length].CopyTo(ascii);
        return length;
    }

    public bool Equals(Token other) => _first == other._first && _second == other._second && _third == other._third;

    public override bool Equals(object? obj) => obj is Token other && Equals(other);

    public override int GetHashCode()
    {
        // Multiply-and-fold with the odd constants of splitmix64; words differ mostly in their first 8 bytes.
        ulong h = (_first ^ (_second * 0xBF58476D1CE4E5B9) ^ (_third * 0x94D049BB133111EB)) * 0x9E3779B97F4A7C15;
        return (int)(h >> 32);
    }

    public override string ToString()
    {
        Span<byte> ascii = stackalloc byte[MaxLength];
        return Encoding.UTF8.GetString(ascii[..CopyTo(ascii)]);
    }

    private static int Spare(ulong word) => System.Numerics.BitOperations.LeadingZeroCount(word) / 8;
}
