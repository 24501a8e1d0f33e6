namespace StructIndex;

/// <summary>Gives one string for each distinct name of a file, without allocating for names already seen. One thread at a time.</summary>
internal sealed class NamePool
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public NamePool() => _lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();

    public string Get(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty)
        {
            return "";
        }

        if (!_lookup.TryGetValue(name, out string? known))
        {
            known = name.ToString();
            _names.Add(known);
        }

        return known;
    }
}
