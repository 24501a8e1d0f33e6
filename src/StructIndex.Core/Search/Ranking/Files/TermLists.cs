namespace StructIndex;

/// <summary>
/// Lists of numbers, end to end: for each file or unit the terms of the lexical index that its name (or folder) is made of, in order, or
/// the units that it calls.
/// </summary>
internal sealed class TermLists
{
    private readonly int[] _starts;
    private readonly int[] _terms;

    /// <param name="starts">Where each list starts, and after the last the length of all.</param>
    /// <param name="terms">The lists.</param>
    public TermLists(int[] starts, int[] terms) => (_starts, _terms) = (starts, terms);

    /// <summary>The terms of one.</summary>
    public ReadOnlySpan<int> this[int at] => _terms.AsSpan(_starts[at], _starts[at + 1] - _starts[at]);

    /// <summary>Splits texts into terms. A word that the index does not hold is no term.</summary>
    /// <param name="count">How many texts there are.</param>
    /// <param name="textOf">Each text; asked once.</param>
    /// <param name="terms">The terms of the index.</param>
    /// <param name="withWholes">Whether an identifier of several words is a term too.</param>
    public static TermLists Of(int count, Func<int, string> textOf, LexicalTerms terms, bool withWholes = false)
    {
        Dictionary<string, int[]> known = new(StringComparer.Ordinal);
        List<int> all = new(count * 2);
        int[] starts = new int[count + 1];
        for (int i = 0; i < count; i++)
        {
            string text = textOf(i);
            if (!known.TryGetValue(text, out int[]? split))
            {
                known[text] = split = Split(text, terms, withWholes);
            }

            all.AddRange(split);
            starts[i + 1] = all.Count;
        }

        return new TermLists(starts, [.. all]);
    }

    /// <summary>
    /// The same the other way round: for each term (or other number) the lists that hold it, ascending, as often as they do.
    /// </summary>
    /// <param name="terms">How many there are.</param>
    public TermLists Inverted(int terms)
    {
        int[] starts = new int[terms + 1];
        foreach (int term in _terms)
        {
            starts[term + 1]++;
        }

        for (int term = 0; term < terms; term++)
        {
            starts[term + 1] += starts[term];
        }

        int[] next = starts[..^1], lists = new int[_terms.Length];
        for (int list = 0; list + 1 < _starts.Length; list++)
        {
            foreach (int term in this[list])
            {
                lists[next[term]++] = list;
            }
        }

        return new TermLists(starts, lists);
    }

    private static int[] Split(string text, LexicalTerms terms, bool withWholes)
    {
        (LexicalTerms Terms, List<int> Found) state = (terms, []);
        for (int at = 0; LexicalTokens.NextIdentifier(text, ref at, out ReadOnlySpan<char> identifier);)
        {
            if (withWholes)
            {
                LexicalTokens.Read(identifier, state, Add);
            }
            else
            {
                LexicalTokens.ReadWords(identifier, state, Add);
            }
        }

        return [.. state.Found];
    }

    private static void Add((LexicalTerms Terms, List<int> Found) state, ReadOnlySpan<char> token, ReadOnlySpan<char> unstemmed)
    {
        if (state.Terms.IndexOf(token) is >= 0 and int term)
        {
            state.Found.Add(term);
        }
    }
}
