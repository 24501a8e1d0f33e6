namespace StructIndex.Tests;

public class StatisticsTests
{
    [Fact]
    public void An_interval_holds_its_mean_and_is_the_same_each_time()
    {
        double[] values = [.. Enumerable.Range(0, 100).Select(i => i % 4 == 0 ? 0.0 : 1)];
        ConfidenceInterval interval = ConfidenceInterval.Bootstrap(values);
        Assert.Equal(.75, interval.Mean, 12);
        // A proportion of .75 of 100 has a standard error of .0433.
        Assert.InRange(interval.Low, .75 - (2.4 * .0433), .75 - (1.5 * .0433));
        Assert.InRange(interval.High, .75 + (1.5 * .0433), .75 + (2.4 * .0433));
        Assert.Equal(interval, ConfidenceInterval.Bootstrap(values));
    }

    [Fact]
    public void Equal_values_leave_no_doubt()
    {
        Assert.Equal(new ConfidenceInterval(.5, .5, .5), ConfidenceInterval.Bootstrap([.5, .5, .5]));
        Assert.Equal(default, ConfidenceInterval.Bootstrap([]));
    }

    [Fact]
    public void Five_wins_of_five_are_as_likely_as_counting_says()
    {
        // Of the 2^5 ways to exchange, all or none give a sum as large: p = 2 / 32.
        PairedComparison comparison = PairedComparison.Randomisation([1, 1, 1, 1, 1], [0, 0, 0, 0, 0]);
        Assert.Equal(1, comparison.MeanDifference);
        Assert.InRange(comparison.PValue, .055, .07);
    }

    [Fact]
    public void Equal_runs_differ_by_chance_alone() => Assert.Equal(new PairedComparison(0, 1), PairedComparison.Randomisation([.2, 1, 0], [.2, 1, 0]));

    [Fact]
    public void Exchanging_the_runs_turns_the_sign_and_nothing_else()
    {
        double[] first = [1, .5, 0, 1, .3, 1, 1], second = [.5, .5, .2, 0, .1, 1, .5];
        PairedComparison forward = PairedComparison.Randomisation(first, second), backward = PairedComparison.Randomisation(second, first);
        Assert.Equal(-forward.MeanDifference, backward.MeanDifference, 12);
        Assert.Equal(forward.PValue, backward.PValue);
    }

    [Fact]
    public void A_large_consistent_gain_is_significant()
    {
        double[] first = [.. Enumerable.Repeat(.9, 40)], second = [.. Enumerable.Repeat(.7, 40)];
        Assert.True(PairedComparison.Randomisation(first, second).PValue < .001);
        Assert.Throws<ArgumentException>(() => PairedComparison.Randomisation(first, [1]));
    }
}
