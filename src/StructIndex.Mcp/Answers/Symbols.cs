using System.Globalization;
using ModelContextProtocol;

namespace StructIndex;

/// <summary>Finds what a call names.</summary>
internal static class Symbols
{
    private const int MaxSuggestions = 3;

    /// <summary>The units of a name, an id, or a place such as <c>src/store.py:12</c>.</summary>
    /// <exception cref="McpException">There are none; the message names what comes nearest.</exception>
    public static async Task<IReadOnlyList<CodeUnit>> FindAsync(CodeIndex index, string symbol, CancellationToken cancellationToken)
    {
        CodeUnit? exact = index.Find(symbol) is { Count: > 0 } all ? all.FirstOrDefault(unit => unit.Id == symbol) : null;
        IReadOnlyList<CodeUnit> units = exact is not null ? [exact] : index.Find(symbol);
        if (units.Count == 0 && At(index, symbol) is { } innermost)
        {
            units = [innermost];
        }

        return units.Count > 0 ? units : throw new McpException(await DenyAsync(index, symbol, cancellationToken).ConfigureAwait(false));
    }

    private static CodeUnit? At(CodeIndex index, string place)
    {
        int colon = place.LastIndexOf(':');
        if (colon <= 0 || !int.TryParse(place.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int line) || IndexedPaths.Matches(index, place[..colon]) is not [string file])
        {
            return null;
        }

        return index.Units.Where(unit => unit.Path == file && unit.Lines.Contains(line)).MinBy(static unit => unit.Lines.Count);
    }

    private static async Task<string> DenyAsync(CodeIndex index, string symbol, CancellationToken cancellationToken)
    {
        SearchResult near = await index.SearchAsync(symbol, new SearchOptions { Limit = MaxSuggestions, MinimumRelevance = 0 }, cancellationToken).ConfigureAwait(false);
        string nearest = near.Hits.Count > 0 ? $" Nearest: {string.Join(", ", near.Hits.Select(static hit => Answer.Short(hit.Unit.QualifiedName)))}." : "";
        return $"Nothing in the index is named {Answer.Short(symbol)}.{nearest} The tool search takes questions in words.";
    }
}
