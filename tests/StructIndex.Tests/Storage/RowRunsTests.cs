using FsCheck;
using FsCheck.Fluent;

namespace StructIndex.Tests;

public sealed class RowRunsTests
{
    [Fact]
    public void Scores_of_before_are_overwritten_where_each_unit_has_a_row_and_where_some_have_none()
    {
        float[] units = [9, 9, 9, 9];
        new RowRuns([0, 1, 1, 2, 3]).MaxPerUnit([.1f, -.5f, -.2f, .3f, -1], units);
        Assert.Equal([.1f, -.2f, .3f, -1], units);
        new RowRuns([0, 3, 1]).MaxPerUnit([.1f, .2f, .3f], units);
        Assert.Equal([.1f, .3f, float.NegativeInfinity, .2f], units);
    }

    // Units count up, stand still (a unit of several pieces), skip ahead (one without words) and, so that no order is relied on, jump back.
    [Fact]
    public void Each_unit_gets_its_best_row() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Zip(Gen.Elements(1, 1, 1, 1, 0, 0, 2, 3, -4), Gen.Choose(0, 100)).ArrayOf().Resize(200).ToArbitrary(),
        steps =>
        {
            int[] rowUnits = new int[steps.Length];
            float[] rows = [.. steps.Select(step => (step.Item2 / 50f) - 1)], plain = new float[1000], units = new float[1000];
            Array.Fill(plain, float.NegativeInfinity);
            Array.Fill(units, 9);
            for (int row = 0, unit = 5; row < rows.Length; row++)
            {
                rowUnits[row] = unit = Math.Max(unit + steps[row].Item1, 0);
                plain[unit] = Math.Max(plain[unit], rows[row]);
            }

            new RowRuns(rowUnits).MaxPerUnit(rows, units);
            return plain.AsSpan().SequenceEqual(units);
        }));
}
