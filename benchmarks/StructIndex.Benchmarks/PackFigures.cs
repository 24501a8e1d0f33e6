using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>What the packs of one budget hold, over questions.</summary>
internal sealed class PackFigures
{
    /// <summary>So many files of a search have their relevance compared: as many as a pack takes at most.</summary>
    public const int Files = 200;

    /// <summary>Relevance below this is shown as 0.00.</summary>
    public const double Little = .005;

    private double _packs, _tokens, _files, _pieces, _wholeUnits, _firstWhole, _ofPieces, _ofLittle;

    /// <summary>Packs that take more than their budget.</summary>
    public int Over { get; private set; }

    /// <summary>Mean tokens, files, pieces and whole units of a pack.</summary>
    public string Size => string.Create(CultureInfo.InvariantCulture, $"{_tokens / _packs:0}, {_files / _packs:0.0}, {_pieces / _packs:0.0}, {_wholeUnits / _packs:0.0}");

    /// <summary>The share of the packs that show the first hit whole.</summary>
    public double FirstWhole => _firstWhole / _packs;

    /// <summary>The share of the tokens that is spent on pieces of files whose relevance is little.</summary>
    public double LittleRelevance => _ofLittle / _ofPieces;

    /// <summary>Counts a pack in.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="found">The search of the same question.</param>
    public void Add(ContextPack pack, SearchResult found)
    {
        Dictionary<string, double> relevance = found.Hits.GroupBy(hit => hit.Unit.Path, StringComparer.Ordinal).ToDictionary(file => file.Key, file => file.Max(hit => hit.Relevance), StringComparer.Ordinal);
        _packs++;
        _tokens += pack.Tokens;
        _pieces += pack.Pieces.Count;
        _files += pack.Pieces.Select(piece => piece.Path).Distinct(StringComparer.Ordinal).Count();
        _wholeUnits += pack.Pieces.Sum(piece => piece.Entries.Count(entry => entry.Form == ContextForm.Whole));
        _firstWhole += found.Hits.Count > 0 && ShowsWhole(pack, found.Hits[0].Unit) ? 1 : 0;
        _ofPieces += pack.Pieces.Sum(piece => piece.Tokens);
        _ofLittle += pack.Pieces.Where(piece => relevance.GetValueOrDefault(piece.Path) < Little).Sum(piece => piece.Tokens);
        Over += TokenEstimate.Count(pack.Text) > pack.Budget ? 1 : 0;
    }

    /// <summary>Whether a reader of the pack sees all of a unit: by itself, or in a function that holds it.</summary>
    public static bool ShowsWhole(ContextPack pack, CodeUnit unit) => pack.Pieces.Where(piece => piece.Path == unit.Path).SelectMany(piece => piece.Entries).Any(
        entry => entry.Form == ContextForm.Whole && (entry.Unit.Id == unit.Id || UnitCode.Contains(entry.Unit, entry.Form, unit)));
}
