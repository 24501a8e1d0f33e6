namespace StructIndex;

/// <summary>
/// A query as its own text says it, before any index is asked: its words, and the symbols, files and code that it names. A symbol inside a sentence
/// counts as much as one alone. Read once; everything that looks at a query looks here.
/// </summary>
internal sealed class ParsedQuery
{
    private readonly List<QueryPiece> _pieces = [];
    private readonly List<QueryToken> _tokens = [];
    private readonly List<string> _identifiers = [];
    private readonly List<string> _symbols = [];
    private readonly List<QueryPlace> _places = [];

    private ParsedQuery(string text)
    {
        Text = text;
        ReadPieces();
        ReadNames();
        Kind = _pieces.Count == 1 && _places.Count == 1 ? QueryKind.Path
            : _pieces.Count == 1 && _symbols.Count == 1 ? QueryKind.Symbol
            : _places.Exists(place => place.Line > 0) || text.Contains("Traceback", StringComparison.Ordinal) ? QueryKind.Trace
            : QuerySymbols.IsCode(text) ? QueryKind.Snippet
            : QueryKind.Sentence;
    }

    /// <summary>The query as written.</summary>
    public string Text { get; }

    /// <summary>What the query is.</summary>
    public QueryKind Kind { get; }

    /// <summary>Its runs without blanks.</summary>
    public IReadOnlyList<QueryPiece> Pieces => _pieces;

    /// <summary>The tokens of all its identifiers, as the lexical index would hold them, in order.</summary>
    public IReadOnlyList<QueryToken> Tokens => _tokens;

    /// <summary>Its runs of letters, digits and underscores as written, in order.</summary>
    public IReadOnlyList<string> Identifiers => _identifiers;

    /// <summary>The symbols that it names, as written without arguments, in order, each once.</summary>
    public IReadOnlyList<string> Symbols => _symbols;

    /// <summary>The files that it names.</summary>
    public IReadOnlyList<QueryPlace> Places => _places;

    /// <summary>Reads a query.</summary>
    public static ParsedQuery Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new ParsedQuery(text);
    }

    private void ReadPieces()
    {
        for (int at = 0; at < Text.Length;)
        {
            if (char.IsWhiteSpace(Text[at]))
            {
                at++;
                continue;
            }

            int start = at;
            while (at < Text.Length && !char.IsWhiteSpace(Text[at]))
            {
                at++;
            }

            int first = _tokens.Count;
            ReadTokens(Text.AsSpan(start..at));
            _pieces.Add(new QueryPiece(Text[start..at], WordIn(start, at), first.._tokens.Count));
        }
    }

    private void ReadTokens(ReadOnlySpan<char> piece)
    {
        for (int at = 0; LexicalTokens.NextIdentifier(piece, ref at, out ReadOnlySpan<char> identifier);)
        {
            _identifiers.Add(identifier.ToString());
            int words = LexicalTokens.ReadWords(identifier, _tokens, static (tokens, token, unstemmed) => tokens.Add(new QueryToken(token.ToString(), unstemmed.ToString(), IsWhole: false)));
            if (words > 1)
            {
                LexicalTokens.ReadWhole(identifier, _tokens, static (tokens, token, _) => tokens.Add(new QueryToken(token.ToString(), token.ToString(), IsWhole: true)));
            }
        }
    }

    // What is left without the marks around it.
    private Range WordIn(int start, int end)
    {
        for (; start < end && !char.IsLetterOrDigit(Text[start]); start++)
        {
        }

        for (; end > start && !char.IsLetterOrDigit(Text[end - 1]); end--)
        {
        }

        return start..end;
    }

    private void ReadNames()
    {
        for (int i = 0; i < _pieces.Count; i++)
        {
            // What every sentence is made of names nothing.
            string piece = _pieces[i].Text;
            if (_pieces.Count > 1 && !piece.AsSpan().ContainsAnyExceptInRange('a', 'z'))
            {
                continue;
            }

            QueryPlace? place = QuerySymbols.PlaceIn(piece);
            if (place is { } named)
            {
                _places.Add(named.Line > 0 ? named : named with { Line = StackFrames.LineAfter(_pieces, i) });
            }

            string? symbol = place is null ? QuerySymbols.SymbolIn(piece, alone: _pieces.Count == 1) : StackFrames.FunctionAfter(_pieces, i);
            if (symbol is not null && !_symbols.Contains(symbol))
            {
                _symbols.Add(symbol);
            }
        }
    }
}
