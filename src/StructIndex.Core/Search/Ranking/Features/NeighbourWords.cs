namespace StructIndex;

/// <summary>
/// For each term of the lexical index the units whose callers or callees bear it, in their names or in the first sentence of their
/// documentation. A function whose name says nothing is known by its callers and callees. Made once.
/// </summary>
internal sealed class NeighbourWords
{
    // What is used by more than this (log, get, ToString) or uses more than this (main, a facade) says nothing about one unit.
    private const int MaxUses = 12;

    // The least used say the most; a twentieth callee adds nothing.
    private const int MaxNeighbours = 8;

    private readonly TermLists _units;

    /// <summary>Reads the words from the graph of an index.</summary>
    public NeighbourWords(IndexContents contents)
    {
        LexicalTerms terms = contents.Lexical.Terms;
        TermLists callees = CalleesOf(contents), callers = callees.Inverted(contents.Units.Count);
        TermLists words = TermLists.Of(contents.Units.Count, unit => callees[unit].Length + callers[unit].Length > 0 ? NameAndSummary(contents.Units[unit]) : "", terms, withWholes: true);
        int[] starts = new int[contents.Units.Count + 1], seen = new int[terms.Count];
        List<int> all = [];
        List<long> chosen = [];
        for (int unit = 0; unit < contents.Units.Count; unit++)
        {
            Choose(callees[unit], callers, chosen);
            AddWords(chosen, words, seen, unit + 1, all);
            Choose(callers[unit], callees, chosen);
            AddWords(chosen, words, seen, unit + 1, all);
            starts[unit + 1] = all.Count;
        }

        IsEmpty = all.Count == 0;
        _units = new TermLists(starts, [.. all]).Inverted(terms.Count);
    }

    /// <summary>Takes the words of some units as they were read from the graph that they are of.</summary>
    /// <param name="units">The terms of each unit.</param>
    /// <param name="terms">How many terms there are.</param>
    public NeighbourWords(IEnumerable<int[]> units, int terms)
    {
        int[] starts = [0, .. units.Select(unit => unit.Length)];
        for (int unit = 1; unit < starts.Length; unit++)
        {
            starts[unit] += starts[unit - 1];
        }

        IsEmpty = starts[^1] == 0;
        _units = new TermLists(starts, [.. units.SelectMany(unit => unit)]).Inverted(terms);
    }

    /// <summary>Whether no unit has neighbours, as in an index without edges.</summary>
    public bool IsEmpty { get; }

    /// <summary>The units whose neighbours bear a term, ascending.</summary>
    public ReadOnlySpan<int> UnitsOf(int term) => _units[term];

    /// <summary>The same the other way round: for each unit its terms.</summary>
    /// <param name="units">How many units there are.</param>
    public TermLists OfUnits(int units) => _units.Inverted(units);

    private static string NameAndSummary(CodeUnit unit) => $"{unit.Name}\n{LeadingSentence.Of(unit.Documentation)}";

    // The neighbours that say the most: those with the fewest uses, which stand before the neighbour in each number, the other way.
    private static void Choose(ReadOnlySpan<int> neighbours, TermLists uses, List<long> chosen)
    {
        chosen.Clear();
        foreach (int neighbour in neighbours)
        {
            if (uses[neighbour].Length <= MaxUses)
            {
                chosen.Add(((long)uses[neighbour].Length << 32) | (uint)neighbour);
            }
        }

        chosen.Sort();
        chosen.RemoveRange(Math.Min(chosen.Count, MaxNeighbours), chosen.Count - Math.Min(chosen.Count, MaxNeighbours));
    }

    // Each word counts once for a unit, whose mark stays with the word.
    private static void AddWords(List<long> neighbours, TermLists words, int[] seen, int mark, List<int> all)
    {
        foreach (long neighbour in neighbours)
        {
            foreach (int term in words[(int)neighbour])
            {
                if (seen[term] != mark)
                {
                    seen[term] = mark;
                    all.Add(term);
                }
            }
        }
    }

    private static TermLists CalleesOf(IndexContents contents)
    {
        EdgeTable table = contents.Graph.Table;
        int[] starts = new int[contents.Units.Count + 1];
        List<int> all = new(table.Count);
        int[] calledBy = new int[contents.Units.Count];
        for (int unit = 0, edge = 0; unit < contents.Units.Count; unit++)
        {
            for (; edge < table.Count && table.From[edge] == unit; edge++)
            {
                if (Counts(contents, table, edge) && calledBy[table.To[edge]] != unit + 1)
                {
                    calledBy[table.To[edge]] = unit + 1;
                    all.Add(table.To[edge]);
                }
            }

            starts[unit + 1] = all.Count;
        }

        return new TermLists(starts, [.. all]);
    }

    private static bool Counts(IndexContents contents, EdgeTable table, int edge)
    {
        (CodeUnit from, CodeUnit to) = (contents.Units[table.From[edge]], contents.Units[table.To[edge]]);
        return table.From[edge] != table.To[edge]
            && table.Kinds[edge] is EdgeKind.Calls or EdgeKind.Constructs or EdgeKind.References
            && table.Certainties[edge] != EdgeCertainty.Candidate
            && from.Kind != UnitKind.Module
            && (from.Role != UnitRole.Test || to.Role == UnitRole.Test);
    }
}
