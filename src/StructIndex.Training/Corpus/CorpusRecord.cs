namespace StructIndex;

/// <summary>One pair as it stands in the file. A reader uses one record over and over.</summary>
internal sealed class CorpusRecord
{
    private int[] _words = new int[1024];
    private int[] _counts = new int[1024];

    public PairHead Head { get; set; }

    /// <summary>Where each field begins, and where the last one ends.</summary>
    public int[] Starts { get; } = new int[CorpusFormat.Fields + 1];

    public ReadOnlySpan<int> Words(int field) => _words.AsSpan(Starts[field]..Starts[field + 1]);

    public ReadOnlySpan<int> Counts(int field) => _counts.AsSpan(Starts[field]..Starts[field + 1]);

    /// <summary>Sets an entry; entries are set in order.</summary>
    public void Set(int at, int word, int count)
    {
        if (at == _words.Length)
        {
            Array.Resize(ref _words, 2 * at);
            Array.Resize(ref _counts, 2 * at);
        }

        (_words[at], _counts[at]) = (word, count);
    }
}
