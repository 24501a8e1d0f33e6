namespace StructIndex;

/// <summary>A unit in an answer.</summary>
/// <param name="Id">What other tools take for this unit and no other.</param>
/// <param name="Symbol">Qualified name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Path">Its file, from the root.</param>
/// <param name="Start">First line.</param>
/// <param name="End">Last line.</param>
/// <param name="Signature">The declaration on one line; empty where there is none.</param>
/// <param name="Summary">The first line of its documentation; null where there is none.</param>
/// <param name="Relevance">How probable it is that this was asked for, 0 to 1; null outside of searches.</param>
internal sealed record UnitItem(string Id, string Symbol, string Kind, string Path, int Start, int End, string Signature, string? Summary = null, double? Relevance = null)
{
    public static UnitItem Of(CodeUnit unit, double? relevance = null) => new(
        unit.Id,
        Answer.Short(unit.QualifiedName),
        Answer.Name(unit.Kind),
        unit.Path,
        unit.Lines.Start,
        unit.Lines.End,
        Answer.Short(unit.Signature),
        unit.Documentation.Length > 0 ? Answer.Short(unit.Documentation.Split('\n', 2)[0]) : null,
        relevance is { } known ? Math.Round(known, 2) : null);

    /// <summary>Place and name, and below them signature and documentation.</summary>
    public string Describe()
    {
        string probable = Relevance is { } known ? FormattableString.Invariant($" ({known * 100:0} %)") : "";
        string signature = Signature.Length > 0 ? $"\n   {Signature}" : "";
        string summary = Summary is null ? "" : $"\n   {Summary}";
        return FormattableString.Invariant($"{Path}:{Start}-{End} {Kind} {Symbol}{probable}{signature}{summary}");
    }
}
