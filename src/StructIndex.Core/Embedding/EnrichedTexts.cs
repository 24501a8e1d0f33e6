namespace StructIndex;

/// <summary>Writes the texts of units with their callers and callees, the names that stand everywhere left out.</summary>
internal sealed class EnrichedTexts
{
    private readonly IReadOnlyList<CodeUnit> _units;
    private readonly Func<CodeUnit, IEnumerable<string>> _callers;
    private readonly Func<CodeUnit, IEnumerable<string>> _callees;
    private readonly NameFrequencies _callerNames = new();
    private readonly NameFrequencies _calleeNames = new();

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

    /// <summary>The text of a unit, or of one of its pieces.</summary>
    public string Of(int unit, int piece)
    {
        CodeUnit of = _units[unit];
        string body = of.Pieces.Count == 0 ? of.Body : of.Body.Substring(of.Pieces[piece].Start, of.Pieces[piece].Length);
        return EnrichmentTemplate.Render(
            of,
            _callerNames.MostInformative(_callers(of), EnrichmentTemplate.MaxNames),
            _calleeNames.MostInformative(_callees(of), EnrichmentTemplate.MaxNames),
            body);
    }
}
