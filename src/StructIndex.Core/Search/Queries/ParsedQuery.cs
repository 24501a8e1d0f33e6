namespace StructIndex;

/// <summary>
/// A query as its own text says it, before any index is asked: its words, and the symbols, files and code that it names. A symbol inside a sentence
/// counts as much as one alone. Of a long text the first line is the question. Read once; everything that looks at a query looks here.
/// </summary>
internal sealed class ParsedQuery
{
    /// <summary>Longer queries are read up to here.</summary>
    public const int MaxLength = 32_768;

    /// <summary>Symbols and files beyond so many are not looked up.</summary>
    public const int MaxNames = 64;

    // A text with a title has at least so many runs without blanks below it, or an empty line.
    private const int MinBodyPieces = 30;

    private readonly List<QueryPiece> _pieces = [];
    private readonly List<QueryToken> _tokens = [];
    private readonly List<string> _identifiers = [];
    private readonly List<string> _symbols = [];
    private readonly List<QueryPlace> _places = [];
    private readonly HashSet<string> _read;

    private ParsedQuery(string text, IReadOnlyList<WordReading> readings)
    {
        Readings = readings;
        _read = [.. readings.SelectMany(reading => reading.ReadAs.Split(' '))];
        Text = text.Length <= MaxLength ? text : text[..MaxLength];
        List<(Range Line, QueryLineKind Kind)> lines = LinesOf(Text);
        IsReport = lines.Exists(line => line.Kind == QueryLineKind.Title);
        foreach ((Range line, QueryLineKind kind) in lines)
        {
            ReadPieces(line, kind);
        }

        ReadNames();
        Kind = _pieces.Count == 1 && _places.Count == 1 ? QueryKind.Path
            : _pieces.Count == 1 && _symbols.Count == 1 ? QueryKind.Symbol
            : IsReport ? QueryKind.Report
            : _places.Exists(place => place.Line > 0) || Text.Contains("Traceback", StringComparison.Ordinal) ? QueryKind.Trace
            : QuerySymbols.IsCode(Text) || QuerySymbols.IsBlockOfCode(Text) ? QueryKind.Snippet
            : KindOfLine();
        Essence = IsReport ? string.Join('\n', lines.SelectMany(line => Enumerable.Repeat(Text[line.Line].Trim(), QueryWeights.Embedded(line.Kind)))) : Text;
    }

    /// <summary>The query as written, up to <see cref="MaxLength"/>.</summary>
    public string Text { get; }

    /// <summary>What the query is.</summary>
    public QueryKind Kind { get; }

    /// <summary>What is embedded: of a long text its title and its sentences.</summary>
    public string Essence { get; }

    /// <summary>Its runs without blanks.</summary>
    public IReadOnlyList<QueryPiece> Pieces => _pieces;

    /// <summary>The tokens of all its identifiers, as the lexical index would hold them, in order.</summary>
    public IReadOnlyList<QueryToken> Tokens => _tokens;

    /// <summary>Its runs of letters, digits and underscores as written, in order.</summary>
    public IReadOnlyList<string> Identifiers => _identifiers;

    /// <summary>The first <see cref="MaxNames"/> symbols that it names, as written without arguments, in order, each once.</summary>
    public IReadOnlyList<string> Symbols => _symbols;

    /// <summary>The first <see cref="MaxNames"/> files that it names; those of stack frames from the innermost on.</summary>
    public IReadOnlyList<QueryPlace> Places => _places;

    /// <summary>The words that were taken for others; in the text and everywhere else these stand.</summary>
    public IReadOnlyList<WordReading> Readings { get; }

    private bool IsReport { get; }

    /// <summary>Reads a query.</summary>
    public static ParsedQuery Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new ParsedQuery(text, []);
    }

    /// <summary>The same query with some of its words taken for others, which then count a little less.</summary>
    /// <param name="readings">What is taken for what (<see cref="Spelling"/>).</param>
    public ParsedQuery ReadAs(IReadOnlyList<WordReading> readings) =>
        readings.Count == 0 ? this : new ParsedQuery(readings.Aggregate(Text, (text, reading) => WordReplacement.Replace(text, reading.Written, reading.ReadAs)), readings);

    /// <summary>A word of the query as the user wrote it.</summary>
    /// <param name="word">The word as the index would hold it.</param>
    public string WrittenAs(string word)
    {
        string unstemmed = _tokens.Find(token => token.Text == word).Unstemmed ?? word;
        int at = WordReplacement.IndexOf(Text, unstemmed);
        return at < 0 ? unstemmed : Text.Substring(at, unstemmed.Length);
    }

    private QueryKind KindOfLine()
    {
        string first = _identifiers.Count > 0 ? _identifiers[0] : "";
        bool hasCapital = first.Length > 0 && char.IsUpper(first[0]), ends = Text.AsSpan().TrimEnd() is [.., '.' or '?'];
        return RequestWords.Contains(first) || (hasCapital && !ends) ? QueryKind.Title : hasCapital ? QueryKind.Statement : QueryKind.Sentence;
    }

    // Only a text of several lines is read by its lines.
    private static List<(Range Line, QueryLineKind Kind)> LinesOf(string text)
    {
        if (!text.AsSpan().Trim().Contains('\n'))
        {
            return [(.., QueryLineKind.Prose)];
        }

        List<(Range Line, QueryLineKind Kind)> lines = QueryLines.Of(text);
        if (lines.TrueForAll(line => line.Kind == QueryLineKind.Noise))
        {
            return [(.., QueryLineKind.Prose)];
        }

        int first = lines.FindIndex(line => line.Kind != QueryLineKind.Noise);
        if (lines[first].Kind is QueryLineKind.Prose or QueryLineKind.Error && HasBody(text, lines[first].Line) && !QuerySymbols.IsBlockOfCode(text))
        {
            lines[first] = (lines[first].Line, QueryLineKind.Title);
        }

        return lines;
    }

    private static bool HasBody(string text, Range title)
    {
        ReadOnlySpan<char> body = text.AsSpan(Math.Min(title.End.Value + 1, text.Length)..);
        return !body.IsWhiteSpace() && (body.TrimStart(" \r\t").StartsWith('\n') || body.Count(' ') + body.Count('\n') >= MinBodyPieces);
    }

    private void ReadPieces(Range line, QueryLineKind kind)
    {
        (int at, int length) = line.GetOffsetAndLength(Text.Length);
        for (int end = at + length; at < end;)
        {
            if (char.IsWhiteSpace(Text[at]))
            {
                at++;
                continue;
            }

            int start = at;
            while (at < end && !char.IsWhiteSpace(Text[at]))
            {
                at++;
            }

            int first = _tokens.Count;
            if (kind != QueryLineKind.Noise)
            {
                ReadTokens(Text.AsSpan(start..at), IsReport ? QueryWeights.Of(kind) : 1);
            }

            _pieces.Add(new QueryPiece(Text[start..at], WordIn(start, at), first.._tokens.Count, kind));
        }
    }

    private void ReadTokens(ReadOnlySpan<char> piece, float weight)
    {
        for (int at = 0; LexicalTokens.NextIdentifier(piece, ref at, out ReadOnlySpan<char> identifier);)
        {
            _identifiers.Add(identifier.ToString());
            (ParsedQuery Query, float Weight) state = (this, weight);
            int words = LexicalTokens.ReadWords(identifier, state, static (state, token, unstemmed) => state.Query.Add(token, unstemmed, isWhole: false, state.Weight));
            if (words > 1)
            {
                LexicalTokens.ReadWhole(identifier, state, static (state, token, _) => state.Query.Add(token, token, isWhole: true, state.Weight));
            }
        }
    }

    private void Add(ReadOnlySpan<char> token, ReadOnlySpan<char> unstemmed, bool isWhole, float weight)
    {
        string text = token.ToString();
        _tokens.Add(new QueryToken(text, unstemmed.ToString(), isWhole, _read.Contains(text) ? weight * QueryWeights.Reading : weight));
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
            if (_pieces[i].Kind == QueryLineKind.Noise || (IsReport && _pieces[i].Kind == QueryLineKind.Code) || (_pieces.Count > 1 && !piece.AsSpan().ContainsAnyExceptInRange('a', 'z')))
            {
                continue;
            }

            QueryPlace? place = QuerySymbols.PlaceIn(piece);
            if (place is { } named)
            {
                _places.Add(named.Line > 0 ? named : named with { Line = StackFrames.LineAfter(_pieces, i) });
            }

            string? symbol = place is null ? QuerySymbols.SymbolIn(piece, alone: _pieces.Count == 1) : StackFrames.FunctionAfter(_pieces, i);
            if (symbol is not null && _symbols.Count < MaxNames && !_symbols.Contains(symbol))
            {
                _symbols.Add(symbol);
            }
        }

        // A trace of Python ends with the innermost frame.
        if (Text.Contains("most recent call last", StringComparison.Ordinal))
        {
            _places.Reverse();
        }

        _places.RemoveRange(Math.Min(MaxNames, _places.Count), Math.Max(0, _places.Count - MaxNames));
    }
}
