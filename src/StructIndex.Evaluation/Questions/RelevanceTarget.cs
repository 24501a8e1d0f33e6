namespace StructIndex;

/// <summary>What answers a query: a file, lines of a file, a symbol, or a symbol of a file.</summary>
/// <param name="Path">Path of the file, <c>/</c>-separated, or the id of a snippet; null where a symbol alone is named.</param>
/// <param name="Lines">Lines that an answer must touch; null for any.</param>
/// <param name="Symbol">A name, or the end of a qualified name (<c>Store.Save</c>, <c>foo::bar</c>); null for any.</param>
public sealed record RelevanceTarget(string? Path, LineRange? Lines = null, string? Symbol = null)
{
    private static readonly string[] s_separators = ["::", "->", "#", "/", "\\"];

    /// <summary>
    /// Whether something found is this target: its path is the target's, its lines overlap, its name ends in the symbol, as far as each is
    /// given. What has no name, as a chunk of text, is judged by its lines; it cannot be a target that gives a symbol alone.
    /// </summary>
    /// <param name="item">What was found.</param>
    public bool IsHitBy(RetrievedItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return (Path is null || Path == item.Path)
            && (Lines is not { } lines || (item.Lines.Start <= lines.End && item.Lines.End >= lines.Start))
            && (Symbol is null || (item.Symbol.Length == 0 ? Lines is not null : Names(Dotted(item.Symbol), Dotted(Symbol))));
    }

    /// <summary>The file of the target; the target itself where it names a symbol alone.</summary>
    internal RelevanceTarget AsFile => Path is null ? this : new RelevanceTarget(Path);

    /// <inheritdoc/>
    public override string ToString() =>
        Path is null ? Symbol ?? "" : $"{Path}{(Lines is { } lines ? $":{lines}" : "")}{(Symbol is null ? "" : $" {Symbol}")}";

    private static bool Names(string qualifiedName, string symbol) =>
        qualifiedName.EndsWith(symbol, StringComparison.Ordinal)
        && (qualifiedName.Length == symbol.Length || qualifiedName[^(symbol.Length + 1)] == '.');

    private static string Dotted(string name) => s_separators.Aggregate(name, (dotted, separator) => dotted.Replace(separator, ".", StringComparison.Ordinal));
}
