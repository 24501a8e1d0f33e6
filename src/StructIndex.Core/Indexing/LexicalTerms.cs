using System.Numerics;

namespace StructIndex;

/// <summary>The terms of a lexical index in ordinal order, laid end to end: a term's id is its place.</summary>
internal sealed class LexicalTerms(char[] text, int[] starts)
{
    // An open hash table of ids, plus 1; 0 for an empty slot.
    private int[]? _slots;

    /// <summary>All terms, end to end.</summary>
    public char[] Text { get; } = text;

    /// <summary>Where each term starts, and after the last the length of the text.</summary>
    public int[] Starts { get; } = starts;

    /// <summary>Number of terms.</summary>
    public int Count => Starts.Length - 1;

    /// <summary>The term with the given id.</summary>
    public ReadOnlySpan<char> this[int term] => Text.AsSpan(Starts[term]..Starts[term + 1]);

    /// <summary>Lays out terms that are sorted ordinally.</summary>
    public static LexicalTerms From(string[] sorted)
    {
        int[] starts = new int[sorted.Length + 1];
        for (int i = 0; i < sorted.Length; i++)
        {
            starts[i + 1] = checked(starts[i] + sorted[i].Length);
        }

        return new LexicalTerms(string.Concat(sorted).ToCharArray(), starts);
    }

    /// <summary>The id of a term, or -1.</summary>
    public int IndexOf(ReadOnlySpan<char> term)
    {
        int[] slots = _slots ??= Hash();
        for (int slot = SlotOf(term, slots); slots[slot] != 0; slot = (slot + 1) & (slots.Length - 1))
        {
            if (this[slots[slot] - 1].SequenceEqual(term))
            {
                return slots[slot] - 1;
            }
        }

        return -1;
    }

    /// <summary>The run of terms, among those from <paramref name="from"/> on and before <paramref name="to"/>, that begin with some letters; an empty run for none.</summary>
    public (int Start, int End) StartingWith(ReadOnlySpan<char> letters, int from, int to)
    {
        int start = FirstNotBefore(letters, 0, from, to);
        return (start, FirstNotBefore(letters, 1, start, to));
    }

    // The first term whose beginning compares with the letters as 0 (no less) or 1 (greater).
    private int FirstNotBefore(ReadOnlySpan<char> letters, int order, int low, int high)
    {
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            ReadOnlySpan<char> term = this[middle];
            if (term[..Math.Min(term.Length, letters.Length)].SequenceCompareTo(letters) < order)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static int SlotOf(ReadOnlySpan<char> term, int[] slots) => string.GetHashCode(term, StringComparison.Ordinal) & (slots.Length - 1);

    // Made when the first term is looked up: half of the slots stay empty, so a look or two finds a term.
    private int[] Hash()
    {
        int[] slots = new int[BitOperations.RoundUpToPowerOf2((uint)Count * 2 + 1)];
        for (int term = 0; term < Count; term++)
        {
            int slot = SlotOf(this[term], slots);
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & (slots.Length - 1);
            }

            slots[slot] = term + 1;
        }

        return slots;
    }
}
