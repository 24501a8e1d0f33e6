namespace StructIndex;

/// <summary>Writes the texts of units with their callers and callees, the names that stand everywhere left out.</summary>
internal sealed class EnrichedTexts
{
    private readonly IReadOnlyList<CodeUnit> _units;
    private readonly Func<CodeUnit, IEnumerable<string>> _callers;
    private readonly Func<CodeUnit, IEnumerable<string>> _callees;
    private readonly NameFrequencies _callerNames = new();
    private readonly NameFrequencies _calleeNames = new();

    /// <summary>The texts of the units of a graph, with the callers and callees that it knows.</summary>
    public static EnrichedTexts Of(CodeGraph graph, CancellationToken cancellationToken) => new(
        graph.Units, unit => graph.CallersOf(unit).Select(edge => edge.From.Name), unit => graph.CalleesOf(unit).Select(edge => edge.To.Name), cancellationToken);

    public EnrichedTexts(
        IReadOnlyList<CodeUnit> units, Func<CodeUnit, IEnumerable<string>> callers, Func<CodeUnit, IEnumerable<string>> callees, CancellationToken cancellationToken)
    {
        (_units, _callers, _callees) = (units, callers, callees);
        foreach (CodeUnit unit in units)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _callerNames.Add(callers(unit));
            _calleeNames.Add(callees(unit));
        }
    }

    /// <summary>The text of a unit with its whole body.</summary>
    public string Of(int unit) => Render(_units[unit], _units[unit].Body);

    /// <summary>The text of one piece of a unit; of a unit that is not in pieces, its whole text.</summary>
    public string Of(int unit, int piece)
    {
        CodeUnit of = _units[unit];
        return Render(of, of.Pieces.Count == 0 ? of.Body : of.Body.Substring(of.Pieces[piece].Start, of.Pieces[piece].Length));
    }

    private string Render(CodeUnit unit, string body) => EnrichmentTemplate.Render(
        unit,
        _callerNames.MostInformative(_callers(unit), EnrichmentTemplate.MaxNames),
        _calleeNames.MostInformative(_callees(unit), EnrichmentTemplate.MaxNames),
        body);
}
