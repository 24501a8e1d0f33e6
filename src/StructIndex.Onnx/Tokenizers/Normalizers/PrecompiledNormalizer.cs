using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace StructIndex;

/// <summary>
/// SentencePiece's compiled rules: a double-array trie over UTF-8 (as in Darts-clone) whose values are offsets into a list of replacements
/// that end in NUL.
/// </summary>
internal sealed class PrecompiledNormalizer : INormalizer
{
    // Longer clusters are looked up character by character.
    private const int MaxCluster = 5;
    private readonly uint[] _trie;
    private readonly byte[] _replacements;

    /// <exception cref="TokenizerFormatException">The rules are cut short.</exception>
    public PrecompiledNormalizer(byte[] rules)
    {
        uint size = rules.Length >= 4 ? BinaryPrimitives.ReadUInt32LittleEndian(rules) : uint.MaxValue;
        if (size > rules.Length - 4 || size % 4 != 0)
        {
            throw new TokenizerFormatException("normalizer Precompiled", "The precompiled_charsmap of the tokenizer is cut short.");
        }

        _trie = new uint[size / 4];
        for (int i = 0; i < _trie.Length; i++)
        {
            _trie[i] = BinaryPrimitives.ReadUInt32LittleEndian(rules.AsSpan(4 + (i * 4)));
        }

        _replacements = rules[(4 + (int)size)..];
    }

    public AlignedText Normalize(AlignedText text)
    {
        AlignedBuilder builder = new(text);
        for (int i = 0; i < text.Text.Length;)
        {
            int cluster = StringInfo.GetNextTextElementLength(text.Text, i);
            if (Replacement(text.Text.AsSpan(i, cluster)) is { } whole)
            {
                builder.Append(whole, i, cluster);
                i += cluster;
                continue;
            }

            for (int end = i + cluster; i < end;)
            {
                Characters.At(text.Text, i, out int length);
                if (Replacement(text.Text.AsSpan(i, length)) is { } part)
                {
                    builder.Append(part, i, length);
                }
                else
                {
                    builder.Copy(i, length);
                }

                i += length;
            }
        }

        return builder.Build();
    }

    // The reference takes the shortest rule at the start of what it looks up, and replaces all of it.
    private string? Replacement(ReadOnlySpan<char> text)
    {
        if (text.Length > MaxCluster)
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[MaxCluster * 3];
        int count = Encoding.UTF8.GetBytes(text, bytes);
        if (count > MaxCluster || _trie.Length == 0)
        {
            return null;
        }

        uint node = Offset(_trie[0]);
        foreach (byte key in bytes[..count])
        {
            node ^= key;
            if (key == 0 || node >= _trie.Length || (_trie[node] & 0x800000FF) != key)
            {
                return null;
            }

            bool leaf = (_trie[node] >> 8 & 1) == 1;
            node ^= Offset(_trie[node]);
            if (leaf && node < _trie.Length)
            {
                int start = (int)(_trie[node] & 0x7FFFFFFF);
                if (start >= _replacements.Length)
                {
                    return null;
                }

                int end = Array.IndexOf(_replacements, (byte)0, start);
                return Encoding.UTF8.GetString(_replacements, start, (end < 0 ? _replacements.Length : end) - start);
            }
        }

        return null;
    }

    private static uint Offset(uint unit) => (unit >> 10) << (int)((unit & (1 << 9)) >> 6);
}
