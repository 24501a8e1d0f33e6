namespace StructIndex;

/// <summary>What one package gave: its files' pairs, and what was left out.</summary>
internal sealed class PackagePairs(CorpusPackage package)
{
    public CorpusPackage Package { get; } = package;

    public List<List<DocumentedCode>> Files { get; } = [];

    public Dictionary<PairRule, int> Dropped { get; } = [];

    public int Failures { get; set; }

    public int Count { get; private set; }

    /// <summary>Adds a pair to the last file of <see cref="Files"/>.</summary>
    public void Add(DocumentedCode pair)
    {
        Files[^1].Add(pair);
        Count++;
    }

    public void Drop(PairRule rule) => Dropped[rule] = Dropped.GetValueOrDefault(rule) + 1;
}
