using FsCheck;
using FsCheck.Fluent;

namespace StructIndex.Tests;

public sealed class LargestScoresTests
{
    [Fact]
    public void They_are_those_that_sorting_puts_first() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(-1, 30).Select(value => value < 0 ? float.NegativeInfinity : value / 30f).ArrayOf().Resize(300).ToArbitrary(),
        scores =>
        {
            float[] largest = new float[10];
            int[] places = new int[10];
            int count = LargestScores.Find(scores, largest, places);
            int[] sorted = [.. Enumerable.Range(0, scores.Length).Where(place => !float.IsNegativeInfinity(scores[place])).OrderByDescending(place => scores[place]).Take(10)];
            return count == sorted.Length && sorted.AsSpan().SequenceEqual(places.AsSpan(0, count)) && sorted.Select(place => scores[place]).SequenceEqual(largest.Take(count));
        }));
}
