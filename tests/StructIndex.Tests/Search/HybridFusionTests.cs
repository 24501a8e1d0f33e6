using FsCheck;
using FsCheck.Fluent;

namespace StructIndex.Tests;

public sealed class HybridFusionTests
{
    [Fact]
    public void The_score_of_each_unit_is_the_weighted_sum_of_both_retrievers() => Check.QuickThrowOnFailure(Prop.ForAll(Cosines(), cosines =>
    {
        IndexContents contents = TinyIndex.Of([.. cosines.Select((_, unit) => TinyIndex.Unit($"f{unit / 3}.py", unit % 4 == 0 ? "wanted" : "other"))], [.. cosines.Select(cosine => TinyIndex.At(cosine))]);
        using RetrievalScores scores = RetrievalScores.Gather(contents, Asked.Words("wanted", contents.Lexical), [1, 0], null);
        using HybridFusion fused = new(scores);
        return Enumerable.Range(0, cosines.Length).All(unit =>
            Math.Abs(fused.Units[unit] - (FusionWeights.Dense * fused.DenseOfUnit(unit)) - (FusionWeights.Lexical * fused.LexicalOfUnit(unit))) < 1e-5);
    }));

    [Fact]
    public void The_best_unit_of_several_is_the_first_with_the_highest_score()
    {
        IndexContents contents = TinyIndex.Of([.. Enumerable.Range(0, 20).Select(unit => TinyIndex.Unit("a.py", $"f{unit}"))], [.. Enumerable.Range(0, 20).Select(unit => TinyIndex.At(unit is 5 or 12 ? .9 : .1))]);
        using RetrievalScores scores = RetrievalScores.Gather(contents, Asked.Words("wanted", contents.Lexical), [1, 0], null);
        using HybridFusion fused = new(scores);
        Assert.Equal(5, fused.BestUnit(0, 20));
        Assert.Equal(12, fused.BestUnit(6, 20));
    }

    private static Arbitrary<double[]> Cosines() => Gen.Choose(0, 100).Select(value => value / 100.0).NonEmptyListOf().Select(values => values.ToArray()).Resize(80).ToArbitrary();
}
