using FsCheck;
using FsCheck.Fluent;

namespace StructIndex.Tests;

public class RankingMetricsTests
{
    private static readonly Arbitrary<int[]> s_ranks = Gen.Choose(0, 15).ArrayOf().Where(ranks => ranks.Length is > 0 and < 20).ToArbitrary();

    [Fact]
    public void One_target_at_rank_2()
    {
        RankingMetrics metrics = RankingMetrics.Of([2]);
        Assert.Equal(2, metrics.BestRank);
        Assert.Equal(.5, metrics.ReciprocalRank);
        Assert.Equal(1, metrics.Recall);
        Assert.Equal(.63093, metrics.Ndcg, 5);
        Assert.False(metrics.IsHit(1));
        Assert.True(metrics.IsHit(5));
    }

    [Fact]
    public void Three_targets_of_which_one_is_missing()
    {
        // (1 / log2(2) + 1 / log2(5)) / (1 / log2(2) + 1 / log2(3) + 1 / log2(4)) = 1.430677 / 2.130930
        RankingMetrics metrics = RankingMetrics.Of([4, 0, 1]);
        Assert.Equal(.671386, metrics.Ndcg, 6);
        Assert.Equal(2 / 3.0, metrics.Recall, 12);
        Assert.Equal(1, metrics.ReciprocalRank);
    }

    [Fact]
    public void Two_targets_hit_by_one_result_gain_once()
    {
        RankingMetrics metrics = RankingMetrics.Of([1, 1]);
        Assert.Equal(.613147, metrics.Ndcg, 6);
        Assert.Equal(1, metrics.Recall);
    }

    [Fact]
    public void Below_rank_10_only_the_deep_reciprocal_rank_counts()
    {
        RankingMetrics metrics = RankingMetrics.Of([20]);
        Assert.Equal((20, 0, 0, 0, .05), (metrics.BestRank, metrics.Recall, metrics.Ndcg, metrics.ReciprocalRank, metrics.DeepReciprocalRank));
        Assert.False(metrics.IsHit(10));
    }

    [Fact]
    public void More_than_ten_targets_can_still_reach_1() => Assert.Equal(1, RankingMetrics.Of([.. Enumerable.Range(1, 14)]).Ndcg, 12);

    [Fact]
    public void All_measures_lie_between_0_and_1() => Check.QuickThrowOnFailure(Prop.ForAll(s_ranks, ranks =>
    {
        RankingMetrics metrics = RankingMetrics.Of(ranks);
        return ((double[])[metrics.Ndcg, metrics.Recall, metrics.ReciprocalRank, metrics.DeepReciprocalRank]).All(value => value is >= 0 and <= 1 + 1e-12);
    }));

    [Fact]
    public void The_order_of_the_targets_does_not_matter() => Check.QuickThrowOnFailure(Prop.ForAll(s_ranks, ranks =>
    {
        RankingMetrics forward = RankingMetrics.Of(ranks), backward = RankingMetrics.Of([.. ranks.Reverse()]);
        return forward.BestRank == backward.BestRank && Math.Abs(forward.Ndcg - backward.Ndcg) < 1e-12 && Math.Abs(forward.Recall - backward.Recall) < 1e-12;
    }));

    [Fact]
    public void A_target_that_moves_up_to_a_free_rank_never_loses() => Check.QuickThrowOnFailure(Prop.ForAll(s_ranks, ranks =>
    {
        int at = Array.FindIndex(ranks, rank => rank > 1 && !ranks.Contains(rank - 1) && ranks.Count(other => other == rank) == 1);
        return at < 0 || RankingMetrics.Of([.. ranks.Select((rank, i) => i == at ? rank - 1 : rank)]).Ndcg >= RankingMetrics.Of(ranks).Ndcg - 1e-12;
    }));
}
