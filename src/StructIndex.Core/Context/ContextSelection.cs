namespace StructIndex;

/// <summary>What is in a context pack so far, and what it takes of the budget. Units inside one another share a piece.</summary>
/// <param name="count">Counts tokens.</param>
internal sealed class ContextSelection(Func<string, int> count)
{
    private readonly Dictionary<ContextCandidate, (int Order, ContextForm Form)> _forms = [];
    private readonly Dictionary<string, FilePieces> _files = new(StringComparer.Ordinal);

    /// <summary>Tokens of all pieces.</summary>
    public int Tokens => _files.Values.Sum(file => file.Tokens);

    /// <summary>The pieces, by their earliest candidate.</summary>
    public IReadOnlyList<ContextPiece> Pieces
    {
        get
        {
            Dictionary<CodeUnit, int> orders = _forms.ToDictionary(pair => pair.Key.Unit, pair => pair.Value.Order);
            return [.. _files.Values.SelectMany(file => file.Pieces).OrderBy(piece => piece.Entries.Min(entry => orders[entry.Unit]))];
        }
    }

    /// <summary>The form a candidate has; null when it is not in the pack.</summary>
    public ContextForm? FormOf(ContextCandidate candidate) => _forms.TryGetValue(candidate, out var chosen) ? chosen.Form : null;

    /// <summary>Puts a candidate in, or gives it another form, if the pack stays within its limits.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="order">Its place among all candidates.</param>
    /// <param name="form">How much of it is shown; null takes it out, which always succeeds.</param>
    /// <param name="most">Most tokens of all pieces.</param>
    /// <param name="mostMinor">Most tokens of pieces that hold nothing but minor candidates; they do not limit others.</param>
    /// <returns>False when it does not fit; then nothing has changed.</returns>
    public bool TrySet(ContextCandidate candidate, int order, ContextForm? form, int most, int mostMinor)
    {
        string path = candidate.Unit.Path;
        bool had = _forms.TryGetValue(candidate, out (int Order, ContextForm Form) before);
        FilePieces? known = _files.GetValueOrDefault(path);
        Put(candidate, form is { } wanted ? (order, wanted) : null);
        _files[path] = PiecesOf(path);
        if (form is null || (Tokens <= most && (!candidate.IsMinor || _files.Values.Sum(file => file.MinorTokens) <= mostMinor)))
        {
            return true;
        }

        Put(candidate, had ? before : null);
        _files[path] = known ?? FilePieces.None;
        return false;
    }

    private FilePieces PiecesOf(string path)
    {
        (ContextCandidate Candidate, ContextForm Form)[] chosen = [.. _forms.Where(pair => pair.Key.Unit.Path == path).Select(pair => (pair.Key, pair.Value.Form))];
        HashSet<CodeUnit> major = [.. chosen.Where(one => !one.Candidate.IsMinor).Select(one => one.Candidate.Unit)];
        List<ContextPiece> pieces = ContextPieces.Of(chosen, count);
        return new FilePieces(pieces, pieces.Sum(piece => piece.Tokens), pieces.Where(piece => !piece.Entries.Any(entry => major.Contains(entry.Unit))).Sum(piece => piece.Tokens));
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

    private sealed record FilePieces(IReadOnlyList<ContextPiece> Pieces, int Tokens, int MinorTokens)
    {
        public static FilePieces None { get; } = new([], 0, 0);
    }
}
