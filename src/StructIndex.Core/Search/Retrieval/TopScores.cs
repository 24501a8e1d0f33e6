namespace StructIndex;

/// <summary>The largest of some scores, found once and read by all who ask for so many or fewer.</summary>
internal sealed class TopScores
{
    private readonly float[] _scores = new float[FusionWeights.FloorPlace];
    private readonly int[] _places = new int[FusionWeights.FloorPlace];
    private readonly int _count;

    /// <summary>Finds the largest <see cref="FusionWeights.FloorPlace"/> of some scores.</summary>
    /// <param name="scores">The scores; negative infinity for what does not count.</param>
    public TopScores(ReadOnlySpan<float> scores) => _count = LargestScores.Find(scores, _scores, _places);

    /// <summary>The largest score; negative infinity where none counts.</summary>
    public float Largest => _count > 0 ? _scores[0] : float.NegativeInfinity;

    /// <summary>The scores, largest first; fewer where fewer count.</summary>
    public ReadOnlySpan<float> Scores => _scores.AsSpan(0, _count);

    /// <summary>The place of each; of equal scores the first place first.</summary>
    public ReadOnlySpan<int> Places => _places.AsSpan(0, _count);
}
