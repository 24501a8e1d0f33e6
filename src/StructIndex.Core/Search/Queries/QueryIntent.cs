namespace StructIndex;

/// <summary>What a query asks for, told from its form: a symbol inside a sentence counts as much as one alone.</summary>
/// <param name="Kind">What the query is.</param>
/// <param name="Symbols">The symbols it names, as written without arguments, in order.</param>
/// <param name="Places">The files it names.</param>
/// <param name="Asks">Roles that the query asks for, so that files of that role need not step back.</param>
internal sealed record QueryIntent(QueryKind Kind, IReadOnlyList<string> Symbols, IReadOnlyList<QueryPlace> Places, FileRoles Asks)
{
    private static readonly Dictionary<string, FileRoles> s_roleWords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["test"] = FileRoles.Test, ["tests"] = FileRoles.Test, ["tested"] = FileRoles.Test, ["spec"] = FileRoles.Test, ["specs"] = FileRoles.Test, ["unittest"] = FileRoles.Test,
        ["example"] = FileRoles.Example, ["examples"] = FileRoles.Example, ["sample"] = FileRoles.Example, ["samples"] = FileRoles.Example, ["demo"] = FileRoles.Example,
        ["benchmark"] = FileRoles.Example, ["benchmarks"] = FileRoles.Example, ["tutorial"] = FileRoles.Example,
        ["generated"] = FileRoles.Generated,
        ["internal"] = FileRoles.Private, ["internals"] = FileRoles.Private, ["private"] = FileRoles.Private,
        ["legacy"] = FileRoles.Compatibility | FileRoles.OldVersion, ["deprecated"] = FileRoles.Compatibility | FileRoles.OldVersion,
        ["compat"] = FileRoles.Compatibility, ["compatibility"] = FileRoles.Compatibility, ["polyfill"] = FileRoles.Compatibility, ["shim"] = FileRoles.Compatibility,
        ["windows"] = FileRoles.Platform, ["win32"] = FileRoles.Platform, ["linux"] = FileRoles.Platform, ["macos"] = FileRoles.Platform, ["osx"] = FileRoles.Platform, ["unix"] = FileRoles.Platform, ["darwin"] = FileRoles.Platform, ["android"] = FileRoles.Platform,
        ["ios"] = FileRoles.Platform, ["wasm"] = FileRoles.Platform, ["browser"] = FileRoles.Platform, ["jvm"] = FileRoles.Platform, ["native"] = FileRoles.Platform, ["platform"] = FileRoles.Platform,
        ["header"] = FileRoles.Header, ["headers"] = FileRoles.Header, ["declaration"] = FileRoles.Header, ["declarations"] = FileRoles.Header,
        ["readme"] = FileRoles.Prose, ["documentation"] = FileRoles.Prose, ["docs"] = FileRoles.Prose, ["changelog"] = FileRoles.Prose, ["configuration"] = FileRoles.Prose,
    };

    /// <summary>Reads a query.</summary>
    public static QueryIntent Of(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        string[] pieces = query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        List<string> symbols = [];
        List<QueryPlace> places = [];
        FileRoles asks = FileRoles.None;
        for (int i = 0; i < pieces.Length; i++)
        {
            // What every sentence is made of names nothing.
            string piece = pieces[i];
            if (pieces.Length > 1 && IsPlainWord(piece))
            {
                asks |= s_roleWords.GetValueOrDefault(piece);
                continue;
            }

            QueryPlace? place = QuerySymbols.PlaceIn(piece);
            if (place is { } named)
            {
                places.Add(named.Line > 0 ? named : named with { Line = FrameReader.LineAfter(pieces, i) });
            }

            string? symbol = place is null ? QuerySymbols.SymbolIn(piece, alone: pieces.Length == 1) : FrameReader.FunctionAfter(pieces, i);
            if (symbol is not null && !symbols.Contains(symbol))
            {
                symbols.Add(symbol);
            }

            asks |= s_roleWords.GetValueOrDefault(piece.Trim('.', ',', '?', '!', ':', ';'));
        }

        return new QueryIntent(KindOf(query, pieces, symbols, places), symbols, places, asks);
    }

    private static bool IsPlainWord(string piece) => !piece.AsSpan().ContainsAnyExceptInRange('a', 'z');

    private static QueryKind KindOf(string query, string[] pieces, List<string> symbols, List<QueryPlace> places) =>
        pieces.Length == 1 && places.Count == 1 ? QueryKind.Path
        : pieces.Length == 1 && symbols.Count == 1 ? QueryKind.Symbol
        : places.Exists(place => place.Line > 0) || query.Contains("Traceback", StringComparison.Ordinal) ? QueryKind.Trace
        : QuerySymbols.IsCode(query) ? QueryKind.Snippet
        : QueryKind.Sentence;
}
