namespace StructIndex.Benchmarks;

/// <summary>A mined question and the units of the file that its answer lies in.</summary>
/// <param name="CodeBase">Number of the code base.</param>
/// <param name="Units">For each unit of the file its score by both legs, how far its name is the question, and the logarithm of the name's length.</param>
/// <param name="Target">Which of them the question asks for.</param>
/// <param name="FileRank">Place of the file among the best ten, 0 when it is not among them.</param>
/// <param name="UnitRank">The same of the unit among ten hits of a search.</param>
internal sealed record MinedUnit(int CodeBase, (float Fused, float Match, float Length)[] Units, int Target, int FileRank, int UnitRank)
{
    /// <summary>Place of the target in its file by some weights.</summary>
    public int Place(float name, float length)
    {
        float target = Score(Units[Target]);
        return Units.Count(unit => Score(unit) >= target);

        float Score((float Fused, float Match, float Length) unit) => unit.Fused + (name * unit.Match) - (length * unit.Length);
    }
}
