namespace StructIndex;

/// <summary>Documented functions of one language whose documentation must find them among all others.</summary>
/// <param name="Language">The language.</param>
/// <param name="Pairs">Numbers of the pairs in their set; each is a candidate.</param>
/// <param name="Queries">Those of them that are asked for.</param>
internal sealed record PairPool(string Language, int[] Pairs, int[] Queries)
{
    /// <summary>
    /// The pools of a split, one a language, largest first. Pools of fewer than <paramref name="least"/> functions say little and are left
    /// out.
    /// </summary>
    /// <param name="set">The pairs.</param>
    /// <param name="split">Which of them.</param>
    /// <param name="mostQueries">Most queries of a pool, spread evenly over it.</param>
    /// <param name="least">Fewest functions of a pool.</param>
    public static IReadOnlyList<PairPool> Of(TrainingSet set, CorpusSplit split, int mostQueries, int least) =>
        [.. Enumerable.Range(0, set.Count)
            .Where(p => set.Heads[p].Split == split && set.Heads[p].Kind == PairKind.Function)
            .GroupBy(p => set.Heads[p].Language)
            .Select(g => g.ToArray())
            .Where(pairs => pairs.Length >= least)
            .OrderByDescending(pairs => pairs.Length).ThenBy(pairs => pairs[0])
            .Select(pairs => new PairPool(set.Languages[set.Heads[pairs[0]].Language], pairs, Spread(pairs, mostQueries)))];

    private static int[] Spread(int[] pairs, int most) =>
        pairs.Length <= most ? pairs : [.. Enumerable.Range(0, most).Select(i => pairs[(int)((long)i * pairs.Length / most)])];
}
