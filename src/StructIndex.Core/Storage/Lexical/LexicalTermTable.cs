namespace StructIndex;

/// <summary>Numbers for terms that stay the same from one update to the next. It only grows; thread-safe.</summary>
internal sealed class LexicalTermTable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _terms = [];
    private int[] _order = [];

    /// <summary>A table that numbers these terms in their order.</summary>
    public static LexicalTermTable Of(IReadOnlyList<string> terms)
    {
        LexicalTermTable table = new();
        foreach (string term in terms)
        {
            table.Add(term);
        }

        return table;
    }

    /// <summary>The number of a term, given now if it has none.</summary>
    public int Add(string term)
    {
        lock (_gate)
        {
            if (!_numbers.TryGetValue(term, out int number))
            {
                _numbers[term] = number = _terms.Count;
                _terms.Add(term);
            }

            return number;
        }
    }

    /// <summary>All terms by number, and their numbers in the ordinal order of the terms.</summary>
    public (string[] Terms, int[] Order) InOrder()
    {
        lock (_gate)
        {
            string[] terms = [.. _terms];
            if (_order.Length < terms.Length)
            {
                int[] added = [.. Enumerable.Range(_order.Length, terms.Length - _order.Length)];
                string[] names = terms[_order.Length..];
                Array.Sort(names, added, StringComparer.Ordinal);
                _order = Merge(_order, added, terms);
            }

            return (terms, _order);
        }
    }

    private static int[] Merge(int[] one, int[] other, string[] terms)
    {
        int[] merged = new int[one.Length + other.Length];
        for (int i = 0, j = 0; i + j < merged.Length;)
        {
            bool first = j == other.Length || (i < one.Length && string.CompareOrdinal(terms[one[i]], terms[other[j]]) < 0);
            merged[i + j] = first ? one[i] : other[j];
            _ = first ? i++ : j++;
        }

        return merged;
    }
}
