namespace StructIndex;

/// <summary>Numbers for strings.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    /// <summary>Makes an empty table.</summary>
    public NameTable() => _bySpan = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The number of a string, given now if it has none.</summary>
    public int Add(string name)
    {
        if (!_numbers.TryGetValue(name, out int number))
        {
            _numbers[name] = number = _numbers.Count;
        }

        return number;
    }

    /// <summary>The number of two strings with a dot between; -1 when they have none.</summary>
    public int FindDotted(string head, string tail)
    {
        int length = head.Length + 1 + tail.Length;
        Span<char> dotted = length <= 256 ? stackalloc char[length] : new char[length];
        head.CopyTo(dotted);
        dotted[head.Length] = '.';
        tail.CopyTo(dotted[(head.Length + 1)..]);
        return Find(dotted);
    }

    /// <summary>The number of a string; -1 when it has none.</summary>
    public int Find(ReadOnlySpan<char> name) => _bySpan.TryGetValue(name, out int number) ? number : -1;
}
