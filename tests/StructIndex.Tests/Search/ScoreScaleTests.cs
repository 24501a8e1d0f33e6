using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace StructIndex.Tests;

public sealed class ScoreScaleTests
{
    private const float None = float.NegativeInfinity;

    [Fact]
    public void The_first_is_one_and_the_fiftieth_is_zero()
    {
        float[] scores = [.. Enumerable.Range(0, 100).Select(i => (float)((i * 37) % 100))];
        ScoreScale scale = ScoreScale.Of(scores);
        Assert.Equal(99, scale.Top);
        Assert.Equal(50, scale.Floor);
        Assert.Equal(1, scale.Map(99));
        Assert.Equal(0, scale.Map(50));
        Assert.Equal(-1, scale.Map(1));
        Assert.Equal(0, scale.MapClamped(1));
        Assert.Equal(10f / 49, scale.Map(60), 1e-6);
    }

    [Fact]
    public void With_fewer_than_fifty_the_last_is_the_floor_unless_one_is_given()
    {
        Assert.Equal(.2f, ScoreScale.Of([.8f, None, .2f, .5f]).Floor);
        Assert.Equal(0f, ScoreScale.Of([.8f, None, .2f, .5f], floorOfFew: 0).Floor);
        Assert.Equal(.5f, ScoreScale.Of([.8f, None, .2f], floorOfFew: 0).Map(.4f));
    }

    [Fact]
    public void A_single_score_and_equal_scores_are_one()
    {
        Assert.Equal(1, ScoreScale.Of([.3f]).Map(.3f));
        Assert.Equal(1, ScoreScale.Of([.3f, .3f]).Map(.3f));
    }

    [Fact]
    public void What_does_not_count_stays_out()
    {
        Assert.Equal(None, ScoreScale.Of([.3f, None]).Map(None));
        Assert.Equal(0, ScoreScale.Of([.3f, None]).MapClamped(None));
        Assert.Equal(0, ScoreScale.Of([None, None]).MapClamped(None));
        Assert.Equal(None, ScoreScale.Of([]).Top);
    }

    [Fact]
    public void Many_scores_are_mapped_as_each_alone() => Check.QuickThrowOnFailure(Prop.ForAll(Gen.Elements(None, -1f, 0f, .3f, .3f, .7f).ListOf().Select(scores => scores.ToArray()).ToArbitrary(), scores =>
    {
        ScoreScale scale = ScoreScale.Of(scores, floorOfFew: scores.Length % 2 == 0 ? 0 : null);
        return scores.All(score => Enumerable.Range(0, Vector<float>.Count).All(i => scale.Map(new Vector<float>(score))[i].Equals(scale.Map(score))));
    }));
}
