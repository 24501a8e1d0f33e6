using FsCheck;
using FsCheck.Fluent;

namespace StructIndex.Tests;

public class ConfidenceTests
{
    private static readonly ConfidenceSample[] s_four = [new(.9, true), new(.8, true), new(.6, false), new(.2, true)];

    private static readonly Arbitrary<ConfidenceSample[]> s_samples =
        Gen.Choose(0, 40).Select(n => new ConfidenceSample(n / 40.0, n % 3 == 0)).ArrayOf().Where(samples => samples.Length > 0).ToArbitrary();

    [Fact]
    public void Risk_and_coverage_are_those_counted_by_hand()
    {
        RiskCoverageCurve curve = RiskCoverageCurve.Of(s_four);
        Assert.Equal([new(.9, .25, 0), new(.8, .5, 0), new(.6, .75, 1 / 3.0), new(.2, 1, .25)], curve.Points);
        Assert.Equal((0 + 0 + (1 / 3.0) + .25) / 4, curve.Area, 12);
        Assert.Equal(.5, curve.CoverageAt(.1));
        Assert.Equal(1, curve.CoverageAt(.3));
    }

    [Fact]
    public void Equal_confidences_are_answered_together()
    {
        RiskCoverageCurve curve = RiskCoverageCurve.Of([new(.5, true), new(.5, false)]);
        Assert.Equal([new(.5, 1, .5)], curve.Points);
        Assert.Equal(.5, curve.Area);
        Assert.Equal(0, curve.CoverageAt(.1));
    }

    [Fact]
    public void Precision_and_recall_are_those_counted_by_hand()
    {
        PrecisionRecallCurve curve = PrecisionRecallCurve.Of(s_four, answerable: 4);
        Assert.Equal([new(.9, 1, .25), new(.8, 1, .5), new(.6, 2 / 3.0, .5), new(.2, .75, .75)], curve.Points);
        Assert.Equal((1 + 1 + .75) / 4, curve.AveragePrecision, 12);
        Assert.Throws<ArgumentOutOfRangeException>(() => PrecisionRecallCurve.Of(s_four, answerable: 2));
    }

    [Fact]
    public void The_calibration_error_weighs_bins_by_their_answers()
    {
        ReliabilityDiagram diagram = ReliabilityDiagram.Of([new(.92, true), new(.98, true), new(.9, false), new(1, true), new(.1, false)]);
        Assert.Equal(2, diagram.Bins.Count);
        Assert.Equal((.1, .2, 1), (diagram.Bins[0].Low, diagram.Bins[0].High, diagram.Bins[0].Count));
        Assert.Equal(4, diagram.Bins[1].Count);
        Assert.Equal(.95, diagram.Bins[1].MeanConfidence, 12);
        Assert.Equal(.75, diagram.Bins[1].Accuracy, 12);
        Assert.Equal(((.2 * 4) + .1) / 5, diagram.ExpectedCalibrationError, 12);
        Assert.Equal(((.08 * .08) + (.02 * .02) + (.9 * .9) + 0 + (.1 * .1)) / 5, diagram.BrierScore, 12);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(1.1)]
    [InlineData(-.1)]
    public void What_is_no_probability_has_no_reliability(double confidence) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ReliabilityDiagram.Of([new(confidence, true)]));

    [Fact]
    public void Nothing_gives_empty_curves()
    {
        Assert.Empty(RiskCoverageCurve.Of([]).Points);
        Assert.Empty(PrecisionRecallCurve.Of([], 0).Points);
        Assert.Empty(ReliabilityDiagram.Of([]).Bins);
    }

    [Fact]
    public void Areas_and_errors_lie_between_0_and_1_and_do_not_depend_on_the_order() => Check.QuickThrowOnFailure(Prop.ForAll(s_samples, samples =>
    {
        ConfidenceSample[] reversed = [.. samples.Reverse()];
        double area = RiskCoverageCurve.Of(samples).Area, error = ReliabilityDiagram.Of(samples).ExpectedCalibrationError;
        double precision = PrecisionRecallCurve.Of(samples, samples.Length).AveragePrecision;
        return area is >= 0 and <= 1 && error is >= 0 and <= 1 && precision is >= 0 and <= 1
            && Math.Abs(area - RiskCoverageCurve.Of(reversed).Area) < 1e-12
            && Math.Abs(error - ReliabilityDiagram.Of(reversed).ExpectedCalibrationError) < 1e-12
            && Math.Abs(precision - PrecisionRecallCurve.Of(reversed, samples.Length).AveragePrecision) < 1e-12;
    }));

    [Fact]
    public void Full_coverage_has_the_risk_of_all_answers() => Check.QuickThrowOnFailure(Prop.ForAll(s_samples, samples =>
        RiskCoverageCurve.Of(samples).Points[^1] is { Coverage: 1 } last && Math.Abs(last.Risk - samples.Average(s => s.IsRight ? 0.0 : 1)) < 1e-12));
}
