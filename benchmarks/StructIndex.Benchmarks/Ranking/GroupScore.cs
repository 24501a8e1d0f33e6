namespace StructIndex.Benchmarks;

/// <summary>What an order of one question's files is worth.</summary>
/// <param name="Group">The question.</param>
/// <param name="Ranks">For each target its rank, 0 where it was not found; the same without what is struck.</param>
internal sealed record GroupScore(RankedGroup Group, (int All, int Unstruck)[] Ranks)
{
    /// <summary>Scores an order: the greater, the earlier; equal ones in fused order.</summary>
    public static GroupScore Of(RankedGroup group, float[] scores)
    {
        int[] order = [.. Enumerable.Range(0, group.Count).OrderByDescending(row => scores[row])];
        List<(int All, int Unstruck)> ranks = [];
        for (int place = 0, unstruck = 0; place < order.Length; place++)
        {
            // A target that is a test itself stays.
            bool counts = group.Hits[order[place]] || !group.Struck[order[place]];
            unstruck += counts ? 1 : 0;
            if (group.Hits[order[place]])
            {
                ranks.Add((place + 1, unstruck));
            }
        }

        ranks.AddRange(Enumerable.Repeat((0, 0), Math.Max(group.Targets - ranks.Count, 0)));
        return new GroupScore(group, [.. ranks]);
    }

    /// <summary>One over the rank of the first target found within ten.</summary>
    public double Mrr(bool struck) => Ranks.Select(rank => RankOf(rank, struck)).Where(rank => rank is > 0 and <= 10).Select(rank => 1.0 / rank).DefaultIfEmpty(0).Max();

    /// <summary>1 where all targets are found within so many places.</summary>
    public double Accuracy(int places, bool struck) => Array.TrueForAll(Ranks, rank => RankOf(rank, struck) is > 0 and int found && found <= places) ? 1 : 0;

    /// <summary>1 where any target is found within so many places.</summary>
    public double AnyWithin(int places, bool struck) => Array.Exists(Ranks, rank => RankOf(rank, struck) is > 0 and int found && found <= places) ? 1 : 0;

    /// <summary>Discounted gain of the first ten, over the greatest possible.</summary>
    public double Ndcg(bool struck) => Ranks.Select(rank => RankOf(rank, struck)).Where(rank => rank is > 0 and <= 10).Sum(Gain) / Enumerable.Range(1, Math.Clamp(Ranks.Length, 1, 10)).Sum(Gain);

    private static int RankOf((int All, int Unstruck) rank, bool struck) => struck ? rank.Unstruck : rank.All;

    private static double Gain(int rank) => 1 / Math.Log2(rank + 1);
}
