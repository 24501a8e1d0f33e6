namespace StructIndex;

/// <summary>
/// For each term of the lexical index the units whose callers or callees bear it, in their names or in the first sentence of their documentation.
/// A function with a name that says nothing is told by who calls it and what it calls. Made once.
/// </summary>
internal sealed class NeighbourWords
{
    // What is used by more than this (log, get, ToString) or uses more than this (main, a facade) says nothing about one unit.
    private const int MostUses = 12;

    // The least used say the most; nobody knows a function by its twentieth callee.
    private const int MostNeighbours = 8;

    private readonly int[] _starts;
    private readonly int[] _units;

    /// <summary>Reads the words from the graph of an index.</summary>
    public NeighbourWords(IndexContents contents)
    {
        LexicalTerms terms = contents.Lexical.Terms;
        List<int>[] postings = new List<int>[terms.Count];
        Dictionary<int, int[]> known = [];
        foreach ((int unit, IEnumerable<int> neighbours) in Tables(contents))
        {
            foreach (int neighbour in neighbours)
            {
                if (!known.TryGetValue(neighbour, out int[]? words))
                {
                    known[neighbour] = words = WordsOf(contents.Units[neighbour], terms);
                }

                foreach (int term in words)
                {
                    List<int> units = postings[term] ??= [];
                    if (units.Count == 0 || units[^1] != unit)
                    {
                        units.Add(unit);
                    }
                }
            }
        }

        _starts = new int[postings.Length + 1];
        for (int term = 0; term < postings.Length; term++)
        {
            _starts[term + 1] = _starts[term] + (postings[term]?.Count ?? 0);
        }

        _units = new int[_starts[^1]];
        for (int term = 0; term < postings.Length; term++)
        {
            postings[term]?.CopyTo(_units, _starts[term]);
        }
    }

    /// <summary>Whether no unit has neighbours, as in an index without edges.</summary>
    public bool IsEmpty => _units.Length == 0;

    /// <summary>The units whose neighbours bear a term, ascending.</summary>
    public ReadOnlySpan<int> UnitsOf(int term) => _units.AsSpan(_starts[term]..(_starts[term + 1]));

    /// <summary>Each unit that has neighbours, ascending, with those that tell the most.</summary>
    private static IEnumerable<(int Unit, IEnumerable<int> Neighbours)> Tables(IndexContents contents)
    {
        EdgeTable table = contents.Graph.Table;
        int[] used = new int[contents.Units.Count], uses = new int[contents.Units.Count];
        HashSet<(int From, int To)> pairs = [];
        for (int edge = 0; edge < table.Count; edge++)
        {
            (int from, int to) = (table.From[edge], table.To[edge]);
            if (Counts(contents, table, edge) && pairs.Add((from, to)))
            {
                uses[from]++;
                used[to]++;
            }
        }

        ILookup<int, int> callees = pairs.Where(pair => used[pair.To] <= MostUses).ToLookup(pair => pair.From, pair => pair.To);
        ILookup<int, int> callers = pairs.Where(pair => uses[pair.From] <= MostUses).ToLookup(pair => pair.To, pair => pair.From);
        for (int unit = 0; unit < contents.Units.Count; unit++)
        {
            if (uses[unit] + used[unit] > 0)
            {
                yield return (unit, Telling(callees[unit], used).Concat(Telling(callers[unit], uses)));
            }
        }
    }

    private static IEnumerable<int> Telling(IEnumerable<int> units, int[] counts) => units.OrderBy(unit => counts[unit]).ThenBy(unit => unit).Take(MostNeighbours);

    private static bool Counts(IndexContents contents, EdgeTable table, int edge)
    {
        (CodeUnit from, CodeUnit to) = (contents.Units[table.From[edge]], contents.Units[table.To[edge]]);
        return table.From[edge] != table.To[edge]
            && table.Kinds[edge] is EdgeKind.Calls or EdgeKind.Constructs or EdgeKind.References
            && table.Certainties[edge] != EdgeCertainty.Candidate
            && from.Kind != UnitKind.Module
            && (from.Role != UnitRole.Test || to.Role == UnitRole.Test);
    }

    private static int[] WordsOf(CodeUnit unit, LexicalTerms terms)
    {
        (LexicalTerms Terms, HashSet<int> Found) state = (terms, []);
        foreach (string text in (string[])[unit.Name, LeadingSentence.Of(unit.Documentation)])
        {
            for (int at = 0; LexicalTokens.NextIdentifier(text, ref at, out ReadOnlySpan<char> identifier);)
            {
                LexicalTokens.Read(identifier, state, static (state, token, _) =>
                {
                    if (state.Terms.IndexOf(token) is >= 0 and int term)
                    {
                        state.Found.Add(term);
                    }
                });
            }
        }

        return [.. state.Found];
    }
}
