using System.Numerics;

namespace StructIndex;

/// <summary>The words of a model with their counts, found by open addressing. Row r is the r-th most counted word.</summary>
internal sealed class Vocabulary
{
    private readonly Token[] _words;
    private readonly uint[] _counts;
    private readonly int[] _slots;

    /// <param name="words">Distinct words by falling count.</param>
    /// <param name="counts">How often training saw each.</param>
    /// <exception cref="StructIndexException">A word comes twice.</exception>
    public Vocabulary(Token[] words, uint[] counts)
    {
        _words = words;
        _counts = counts;

        // At most half full, so a probe ends after one or two steps. A slot holds row + 1; 0 is empty.
        _slots = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(2 * words.Length, 2))];
        for (int row = 0; row < words.Length; row++)
        {
            TotalCount += counts[row];
            int slot = words[row].GetHashCode() & (_slots.Length - 1);
            while (_slots[slot] != 0)
            {
                if (words[_slots[slot] - 1].Equals(words[row]))
                {
                    throw new StructIndexException($"The word '{words[row]}' comes twice in the vocabulary.");
                }

                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = row + 1;
        }
    }

    public int Count => _words.Length;

    public ulong TotalCount { get; }

    public Token Word(int row) => _words[row];

    public uint CountOf(int row) => _counts[row];

    /// <summary>The row of a word, or -1.</summary>
    public int Find(in Token token)
    {
        for (int slot = token.GetHashCode() & (_slots.Length - 1); ; slot = (slot + 1) & (_slots.Length - 1))
        {
            int row = _slots[slot] - 1;
            if (row < 0 || _words[row].Equals(token))
            {
                return row;
            }
        }
    }
}
