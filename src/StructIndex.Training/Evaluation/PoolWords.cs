namespace StructIndex;

/// <summary>The words of the pairs of an evaluation, by the numbers of the corpus, for scorers that count words.</summary>
internal sealed class PoolWords
{
    private readonly List<int[][]> _words = [];
    private readonly List<int[][]> _counts = [];

    private PoolWords()
    {
    }

    /// <summary>Takes the same pairs as a set that was built with the same condition.</summary>
    public static PoolWords Read(CorpusReader corpus, Func<PairHead, bool> wanted)
    {
        PoolWords all = new();
        foreach (CorpusRecord record in corpus.Read())
        {
            if (wanted(record.Head))
            {
                all._words.Add([.. Enumerable.Range(0, CorpusFormat.Fields).Select(f => record.Words(f).ToArray())]);
                all._counts.Add([.. Enumerable.Range(0, CorpusFormat.Fields).Select(f => record.Counts(f).ToArray())]);
            }
        }

        return all;
    }

    public ReadOnlySpan<int> Words(int pair, int field) => _words[pair][field];

    public ReadOnlySpan<int> Counts(int pair, int field) => _counts[pair][field];
}
