namespace StructIndex;

/// <summary>The terms of a lexical index in ordinal order, laid end to end: a term's id is its place.</summary>
internal sealed class LexicalTerms(char[] text, int[] starts)
{
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
        int low = 0, high = Count - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int order = this[middle].SequenceCompareTo(term);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
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
}
