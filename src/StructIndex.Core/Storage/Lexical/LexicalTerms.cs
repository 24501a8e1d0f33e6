using System.Numerics;

namespace StructIndex;

/// <summary>The terms of a lexical index in ordinal order, laid end to end: a term's id is its place.</summary>
internal sealed class LexicalTerms(char[] text, int[] starts)
{
    private const int Letters = 128;

    // An open hash table of ids, plus 1; 0 for an empty slot.
    private int[]? _slots;

    // For each ASCII letter the first term that does not begin with a lower one.
    private int[]? _firsts;

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

    /// <summary>The run of terms that begin with a letter; an empty run for none.</summary>
    public (int Start, int End) StartingWith(char letter)
    {
        int[] firsts = _firsts ??= [.. Enumerable.Range(0, Letters + 1).Select(first => FirstFrom(first, 0, 0, Count))];
        return letter < Letters ? (firsts[letter], firsts[letter + 1]) : Narrow(letter, 0, 0, Count);
    }

    /// <summary>
    /// The run of terms that have a letter at a place, among those from <paramref name="from"/> on and before <paramref name="to"/>, which
    /// are alike before it; an empty run for none.
    /// </summary>
    /// <param name="letter">The letter.</param>
    /// <param name="at">Its place in the terms.</param>
    /// <param name="from">The first of the terms.</param>
    /// <param name="to">The one behind the last of them.</param>
    public (int Start, int End) Narrow(char letter, int at, int from, int to)
    {
        int start = FirstFrom(letter, at, from, to);
        return (start, FirstFrom(letter + 1, at, start, to));
    }

    // The first term whose letter is no less. What ends before it comes first.
    private int FirstFrom(int letter, int at, int low, int high)
    {
        while (low < high)
        {
            int middle = (low + high) >>> 1, place = Starts[middle] + at;
            if (place >= Starts[middle + 1] || Text[place] < letter)
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
