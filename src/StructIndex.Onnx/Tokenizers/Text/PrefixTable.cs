namespace StructIndex;

/// <summary>
/// Words that are looked up at a place of a text. They are sorted, so that all words with the prefix read so far are neighbours.
/// </summary>
internal sealed class PrefixTable
{
    private readonly string[] _words;
    private readonly int[] _values;
    private readonly Dictionary<char, (int First, int End)> _firsts = [];

    /// <param name="words">Words, none empty, each with a value.</param>
    public PrefixTable(IEnumerable<KeyValuePair<string, int>> words)
    {
        KeyValuePair<string, int>[] sorted = [.. words];
        Array.Sort(sorted, (a, b) => string.CompareOrdinal(a.Key, b.Key));
        _words = Array.ConvertAll(sorted, word => word.Key);
        _values = Array.ConvertAll(sorted, word => word.Value);
        for (int first = 0, end; first < _words.Length; first = end)
        {
            char c = _words[first][0];
            for (end = first + 1; end < _words.Length && _words[end][0] == c; end++)
            {
            }

            _firsts.Add(c, (first, end));
        }
    }

    public int Count => _words.Length;

    /// <summary>The words that stand at the start of a text, shortest first, as their length and value.</summary>
    public Enumerator Find(ReadOnlySpan<char> text) => new(this, text);

    /// <summary>The longest word at the start of a text.</summary>
    public bool TryLongest(ReadOnlySpan<char> text, out int length, out int value)
    {
        (length, value) = (0, 0);
        Enumerator found = Find(text);
        while (found.MoveNext())
        {
            (length, value) = found.Current;
        }

        return length > 0;
    }

    public ref struct Enumerator
    {
        private readonly PrefixTable _table;
        private readonly ReadOnlySpan<char> _text;
        private int _first;
        private int _end;
        private int _length;

        public Enumerator(PrefixTable table, ReadOnlySpan<char> text)
        {
            _table = table;
            _text = text;
            (_first, _end) = text.IsEmpty ? (0, 0) : table._firsts.GetValueOrDefault(text[0]);
        }

        public (int Length, int Value) Current { get; private set; }

        public bool MoveNext()
        {
            // All words from _first to _end begin with the first _length units of the text.
            while (_first < _end && _length < _text.Length)
            {
                char c = _text[_length];
                if (_length > 0)
                {
                    _first = Bound(_first, _end, c, after: false);
                    _end = Bound(_first, _end, c, after: true);
                }

                _length++;
                if (_first < _end && _table._words[_first].Length == _length)
                {
                    Current = (_length, _table._values[_first]);
                    _first++;
                    return true;
                }
            }

            return false;
        }

        private readonly int Bound(int low, int high, char c, bool after)
        {
            while (low < high)
            {
                int middle = (low + high) >>> 1;
                char at = _table._words[middle][_length];
                if (at < c || (after && at == c))
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle;
                }
            }

            return low;
        }
    }
}
