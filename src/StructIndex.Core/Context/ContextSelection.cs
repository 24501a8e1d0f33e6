namespace StructIndex;

/// <summary>What is in a context pack so far, and what it takes of the budget. Units inside one another share a piece.</summary>
/// <param name="count">Counts tokens.</param>
internal sealed class ContextSelection(Func<string, int> count)
{
    private readonly Dictionary<ContextCandidate, (int Order, ContextForm Form)> _forms = [];
    private readonly Dictionary<string, List<ContextPiece>> _files = new(StringComparer.Ordinal);

    /// <summary>Tokens of all pieces.</summary>
    public int Tokens { get; private set; }

    /// <summary>The pieces, by their earliest candidate.</summary>
    public IReadOnlyList<ContextPiece> Pieces
    {
        get
        {
            Dictionary<CodeUnit, int> orders = _forms.ToDictionary(pair => pair.Key.Unit, pair => pair.Value.Order);
            return [.. _files.Values.SelectMany(pieces => pieces).OrderBy(piece => piece.Entries.Min(entry => orders[entry.Unit]))];
        }
    }

    /// <summary>The form a candidate has; null when it is not in the pack.</summary>
    public ContextForm? FormOf(ContextCandidate candidate) => _forms.TryGetValue(candidate, out var chosen) ? chosen.Form : null;

    /// <summary>Puts a candidate in, or gives it another form, if the pack stays within a number of tokens.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="order">Its place among all candidates.</param>
    /// <param name="form">How much of it is shown; null takes it out.</param>
    /// <param name="most">Most tokens of all pieces.</param>
    /// <returns>False when it does not fit; then nothing has changed.</returns>
    public bool TrySet(ContextCandidate candidate, int order, ContextForm? form, int most)
    {
        string path = candidate.Unit.Path;
        bool had = _forms.TryGetValue(candidate, out (int Order, ContextForm Form) before);
        Put(candidate, form is { } wanted ? (order, wanted) : null);
        List<ContextPiece> pieces = ContextPieces.Of([.. _forms.Where(pair => pair.Key.Unit.Path == path).Select(pair => (pair.Key, pair.Value.Form))], count);
        int old = _files.TryGetValue(path, out List<ContextPiece>? known) ? known.Sum(piece => piece.Tokens) : 0;
        int tokens = Tokens - old + pieces.Sum(piece => piece.Tokens);
        if (tokens > most && form is not null)
        {
            Put(candidate, had ? before : null);
            return false;
        }

        _files[path] = pieces;
        Tokens = tokens;
        return true;
    }

    private void Put(ContextCandidate candidate, (int Order, ContextForm Form)? chosen)
    {
        if (chosen is { } value)
        {
            _forms[candidate] = value;
        }
        else
        {
            _forms.Remove(candidate);
        }
    }
}
