using System.Numerics.Tensors;

namespace StructIndex.Benchmarks;

/// <summary>A question with the features of units that could answer it.</summary>
/// <param name="Repository">Its repository, which a fold leaves out as a whole.</param>
/// <param name="Style">How it was written.</param>
/// <param name="Rows">For each unit its features, by <see cref="UnitFeature"/>.</param>
/// <param name="Files">For each unit the place of its file among the best, from 0; a target's file is there whatever its place.</param>
/// <param name="Scores">For each unit the score of its file.</param>
/// <param name="Hits">For each unit whether it is a target.</param>
/// <param name="Meant">For each unit whether it stands for its file whatever the order of units.</param>
/// <param name="Targets">Number of targets, among the units or not.</param>
internal sealed record UnitGroup(string Repository, string Style, float[][] Rows, int[] Files, float[] Scores, bool[] Hits, bool[] Meant, int Targets)
{
    /// <summary>The weighted sums of the units' features, and for what is meant more than any of its file.</summary>
    public float[] Order(float[] weights)
    {
        float[] sums = [.. Rows.Select(row => TensorPrimitives.Dot<float>(row, weights))];
        for (int unit = 0; unit < sums.Length; unit++)
        {
            sums[unit] = Meant[unit] ? Enumerable.Range(0, sums.Length).Where(other => Files[other] == Files[unit]).Max(other => sums[other]) + 1e-3f : sums[unit];
        }

        return sums;
    }

    /// <summary>The score of each unit beside those of other files: its file's less what it is below the best of it.</summary>
    public float[] AmongFiles(float[] sums)
    {
        Dictionary<int, float> best = [];
        for (int unit = 0; unit < sums.Length; unit++)
        {
            best[Files[unit]] = Math.Max(best.GetValueOrDefault(Files[unit], float.NegativeInfinity), sums[unit]);
        }

        return [.. sums.Select((sum, unit) => Scores[unit] - best[Files[unit]] + sum)];
    }
}
