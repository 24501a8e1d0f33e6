namespace StructIndex;

/// <summary>
/// Which units are heads of their files: imports and a name, which are no answer. A text is read when it is first asked about; two threads
/// find the same.
/// </summary>
internal sealed class ModuleHeads
{
    private const byte Unread = 1, Head = 2, Code = 3;

    private readonly IReadOnlyList<CodeUnit> _units;

    // 0 for what is no module.
    private readonly byte[] _states;

    /// <param name="units">The units of the index.</param>
    public ModuleHeads(IReadOnlyList<CodeUnit> units) =>
        (_units, _states) = (units, [.. units.Select(unit => unit.Kind == UnitKind.Module ? Unread : (byte)0)]);

    /// <summary>Whether a unit is code outside of any declaration.</summary>
    public bool IsModule(int unit) => _states[unit] != 0;

    /// <summary>Whether a unit is the head of a file: such code without documentation, a comment or a statement.</summary>
    public bool IsHead(int unit)
    {
        if (_states[unit] == Unread)
        {
            _states[unit] = _units[unit].Documentation.Length == 0 && !ModuleRuns.HasCode(_units[unit].Code.Span) ? Head : Code;
        }

        return _states[unit] == Head;
    }
}
