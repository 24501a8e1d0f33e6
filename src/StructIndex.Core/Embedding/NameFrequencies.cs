namespace StructIndex;

/// <summary>
/// In how many units' lists a name stands. A name that stands everywhere (<c>log</c>, <c>get</c>, <c>ToString</c>) tells nothing about one
/// unit.
/// </summary>
internal sealed class NameFrequencies
{
    // A name in more than one of fifty lists is everywhere; in a small code base nothing is.
    private const double MaxShare = .02;
    private const int AlwaysKept = 10;

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private int _lists;

    /// <summary>Counts one unit's list of names.</summary>
    public void Add(IEnumerable<string> names)
    {
        _lists++;
        foreach (string name in names.Distinct(StringComparer.Ordinal))
        {
            _counts[name] = _counts.GetValueOrDefault(name) + 1;
        }
    }

    /// <summary>The names that tell the most, rarest first (by name among equals), without those that are everywhere.</summary>
    /// <param name="names">Names of one unit; repetitions are dropped.</param>
    /// <param name="most">Most names to give.</param>
    public string[] MostInformative(IEnumerable<string> names, int most) =>
    [
        .. names.Distinct(StringComparer.Ordinal)
            .Select(name => (Name: name, Count: _counts.GetValueOrDefault(name)))
            .Where(n => n.Count <= AlwaysKept || n.Count <= MaxShare * _lists)
            .OrderBy(n => n.Count).ThenBy(n => n.Name, StringComparer.Ordinal)
            .Take(most)
            .Select(n => n.Name),
    ];
}
