using FsCheck;
using FsCheck.Fluent;

namespace StructIndex.Tests;

public sealed class LargestScoresTests
{
    // Few values make many equal ones; as many as there are heaps, and more, are wanted too.
    [Theory]
    [InlineData(10, 300, 30)]
    [InlineData(50, 3000, 1_000_000)]
    [InlineData(50, 3000, 20)]
    [InlineData(64, 1000, 500)]
    [InlineData(65, 1000, 500)]
    public void They_are_those_that_sorting_puts_first(int wanted, int size, int values) => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(-1, values).Select(value => value < 0 ? float.NegativeInfinity : value / (float)values).ArrayOf().Resize(size).ToArbitrary(),
        scores => Agrees(scores, wanted)));

    [Theory]
    [InlineData(5000, 3)]
    [InlineData(5000, 60)]
    [InlineData(130, 130)]
    public void Few_that_count_among_many_that_do_not_are_all_found(int size, int counting)
    {
        float[] scores = new float[size];
        Array.Fill(scores, float.NegativeInfinity);
        for (int i = 0; i < counting; i++)
        {
            scores[size - 1 - (i * size / counting)] = i % 7;
        }

        Assert.True(Agrees(scores, 50));
    }

    [Fact]
    public void The_two_largest_are_those_that_sorting_puts_first() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(-5, 40).Select(value => value < 0 ? float.NegativeInfinity : value / 40f).ArrayOf().Resize(60).ToArbitrary(),
        scores =>
        {
            float[] sorted = [.. scores.OrderDescending(), float.NegativeInfinity, float.NegativeInfinity];
            return LargestScores.FindTwo(scores) == (sorted[0], sorted[1]) && LargestScores.First(scores) == sorted[0];
        }));

    [Fact]
    public void Their_order_is_that_of_a_stable_sort() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(-20, 20).Select(value => value == -20 ? float.NegativeInfinity : value / 7f).ArrayOf().Resize(60).ToArbitrary(),
        scores => LargestScores.Order(scores).SequenceEqual(Enumerable.Range(0, scores.Length).OrderByDescending(place => scores[place]))));

    [Theory]
    [InlineData(50, 3000, 1000)]
    [InlineData(50, 49, 1000)]
    [InlineData(7, 100, 5)]
    public void The_one_at_a_place_is_the_one_that_sorting_puts_there(int place, int size, int values) => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(-values, values).Select(value => value == -values ? float.NegativeInfinity : value / 40f).ArrayOf().Resize(size).ToArbitrary(),
        scores => LargestScores.AtPlace(scores, place) == scores.OrderDescending().Append(float.NegativeInfinity).ElementAtOrDefault(scores.Length < place ? scores.Length : place - 1)));

    private static bool Agrees(float[] scores, int wanted)
    {
        float[] largest = new float[wanted];
        int[] places = new int[wanted];
        int count = LargestScores.Find(scores, largest, places);
        int[] sorted = [.. Enumerable.Range(0, scores.Length).Where(place => !float.IsNegativeInfinity(scores[place])).OrderByDescending(place => scores[place]).Take(wanted)];
        return count == sorted.Length && sorted.AsSpan().SequenceEqual(places.AsSpan(0, count)) && sorted.Select(place => scores[place]).SequenceEqual(largest.Take(count));
    }
}
