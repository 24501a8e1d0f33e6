namespace StructIndex;

/// <summary>
/// Functions and types of different projects that share a name of several words. What two authors wrote about <c>read lines backwards</c> says the same in
/// other words, which nothing else in a corpus does.
/// </summary>
internal sealed class Namesakes
{
    private const int LeastWords = 2;

    // What more have in common is no subject: "to string", "get value".
    private const int MostMembers = 100;

    private readonly TrainingSet _set;
    private readonly int[] _groupOf;
    private readonly List<int[]> _groups = [];

    public Namesakes(TrainingSet set)
    {
        _set = set;
        _groupOf = new int[set.Count];
        Array.Fill(_groupOf, -1);
        foreach (int[] group in Enumerable.Range(0, set.Count)
            .Where(p => set.Heads[p].Split == CorpusSplit.Train && set.Heads[p].Kind != PairKind.File && Name(p).Length >= LeastWords)
            .GroupBy(p => (set.Heads[p].Kind, Hash(Name(p))))
            .Select(g => g.ToArray())
            .Where(g => g.Length <= MostMembers && g.Any(p => set.Heads[p].Package != set.Heads[g[0]].Package)))
        {
            foreach (int pair in group)
            {
                _groupOf[pair] = _groups.Count;
            }

            _groups.Add(group);
        }
    }

    /// <summary>A namesake of a pair in another package that says it in other words; the pair itself where it has none, or none was met.</summary>
    public int Of(int pair, ref RandomStream random)
    {
        if (_groupOf[pair] < 0)
        {
            return pair;
        }

        int[] group = _groups[_groupOf[pair]];
        int other = group[random.Next(group.Length)];
        bool same = _set.Heads[other].Package == _set.Heads[pair].Package || _set.SentenceHashes[other] == _set.SentenceHashes[pair];
        return same ? pair : other;
    }

    private ReadOnlySpan<ushort> Name(int pair) =>
        _set.CodeRows.AsSpan(_set.CodeStarts[pair * TrainingSet.Fields].._set.CodeStarts[(pair * TrainingSet.Fields) + 1]);

    private static ulong Hash(ReadOnlySpan<ushort> rows)
    {
        ulong hash = 0;
        foreach (ushort row in rows)
        {
            hash = new RandomStream(hash, row).NextBits();
        }

        return hash;
    }
}
