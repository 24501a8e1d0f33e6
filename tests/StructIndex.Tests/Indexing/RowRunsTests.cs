using FsCheck;
using FsCheck.Fluent;

namespace StructIndex.Tests;

public sealed class RowRunsTests
{
    // Units count up, stand still (a unit of several pieces), skip ahead (one without words) and, so that no order is relied on, jump back.
    [Fact]
    public void Each_unit_gets_its_best_row() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Zip(Gen.Elements(1, 1, 1, 1, 0, 0, 2, 3, -4), Gen.Choose(0, 100)).ArrayOf().Resize(200).ToArbitrary(),
        steps =>
        {
            int[] rowUnits = new int[steps.Length];
            float[] rows = [.. steps.Select(step => (step.Item2 / 50f) - 1)], plain = new float[1000], units = new float[1000];
            Array.Fill(plain, float.NegativeInfinity);
            Array.Fill(units, float.NegativeInfinity);
            for (int row = 0, unit = 5; row < rows.Length; row++)
            {
                rowUnits[row] = unit = Math.Max(unit + steps[row].Item1, 0);
                plain[unit] = Math.Max(plain[unit], rows[row]);
            }

            new RowRuns(rowUnits).Raise(rows, units);
            return plain.AsSpan().SequenceEqual(units);
        }));
}
