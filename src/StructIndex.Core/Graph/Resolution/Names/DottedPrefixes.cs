namespace StructIndex;

/// <summary>
/// A dotted name, then what is left of it without its last part, and so on to the empty name: <c>a.b</c>, <c>a</c>, nothing. Allocates
/// nothing.
/// </summary>
internal ref struct DottedPrefixes
{
    private ReadOnlySpan<char> _next;
    private bool _ended;

    /// <summary>The prefixes of a name.</summary>
    public DottedPrefixes(string name) => _next = name;

    /// <summary>The prefix reached.</summary>
    public ReadOnlySpan<char> Current { get; private set; }

    /// <summary>Enumerates itself.</summary>
    public readonly DottedPrefixes GetEnumerator() => this;

    /// <summary>Goes on to the next shorter prefix.</summary>
    public bool MoveNext()
    {
        if (_ended)
        {
            return false;
        }

        Current = _next;
        _ended = _next.IsEmpty;
        _next = _next[..Math.Max(_next.LastIndexOf('.'), 0)];
        return true;
    }
}
