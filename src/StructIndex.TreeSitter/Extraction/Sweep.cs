namespace StructIndex;

/// <summary>Finds the innermost entry around offsets that are asked in ascending order.</summary>
internal sealed class Sweep(List<Entry> entries)
{
    private readonly Stack<Entry> _open = new();
    private int _next;

    public Entry? Innermost(int offset)
    {
        while (_next < entries.Count && entries[_next].Start <= offset)
        {
            Close(entries[_next].Start);
            _open.Push(entries[_next++]);
        }

        Close(offset);
        return _open.Count > 0 ? _open.Peek() : null;
    }

    private void Close(int offset)
    {
        while (_open.Count > 0 && _open.Peek().End <= offset)
        {
            _open.Pop();
        }
    }
}
